import { expect, test } from 'vitest';
import { uuidOf } from '#site/uuid.ts';

test('the example of RFC 9562, appendix A.4, comes out as printed there', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  expect(uuidOf('www.example.com', dns)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('a name has one identity, and another name another', () => {
  expect(uuidOf('a')).toBe(uuidOf('a'));
  expect(uuidOf('a')).not.toBe(uuidOf('b'));
});
