import { expect, test } from 'vitest';
import { keyOf, rowFrom } from '#site/islands/desk/keys/keys.ts';

const pressed = (key: string, held: object = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  defaultPrevented: false,
  ...held,
});

test('a letter is a key of the desk only alone and outside of fields, because people type and browsers have keys too', () => {
  expect(keyOf(pressed('j'), false)).toBe('j');
  expect(keyOf(pressed('7'), false)).toBe('7');
  expect(keyOf(pressed('j'), true)).toBeUndefined();
  for (const held of ['ctrlKey', 'altKey', 'metaKey', 'defaultPrevented'])
    expect(keyOf(pressed('n', { [held]: true }), false)).toBeUndefined();
  for (const other of ['x', '8', 'Enter', 'toString']) expect(keyOf(pressed(other), false)).toBeUndefined();
});

test('rows are gone through one by one, from the first, and it stops at both ends', () => {
  expect([rowFrom('j', -1, 3), rowFrom('j', 0, 3), rowFrom('j', 2, 3)]).toEqual([0, 1, 2]);
  expect([rowFrom('k', -1, 3), rowFrom('k', 2, 3), rowFrom('k', 0, 3)]).toEqual([0, 1, 0]);
});
