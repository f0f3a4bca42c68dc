import { expect, test } from 'vitest';
import { applyAll, applyProposal, applyProposals } from '#api/review/identity-check/apply.ts';
import type { IdentityFinding } from '#schemas/identity-finding.ts';

const place = { start: 3, end: 7, text: 'long', proposal: 'x' };
const at = (path: string): IdentityFinding => ({
  ...place,
  path,
  kind: 'guid',
  reason: '',
  release: 'public',
});

test('a proposal takes the place of what was found', () => {
  expect(applyProposal('A, long way', place)).toBe('A, x way');
});

test('words that have changed since are left alone', () => {
  expect(applyProposal('A, longer way', { ...place, text: 'wide' })).toBe('A, longer way');
});

test('several proposals in one text do not move each other', () => {
  const places = [
    { start: 0, end: 1, text: 'a', proposal: 'first' },
    { start: 2, end: 3, text: 'b', proposal: 'second' },
  ];

  expect(applyProposals('a b c', places)).toBe('first second c');
  expect(applyProposals('a b c', places.toReversed())).toBe('first second c');
});

test('proposals reach into rows and leave everything else as it was', () => {
  const values = {
    contact: { name: 'A' },
    content: { lessons: [{ lesson: 'A, long way', recommendation: 'Go' }], tags: ['A, long'] },
  };

  const changed = applyAll(values, [at('content.lessons[0].lesson'), at('content.tags[0]')]);

  expect(changed).toEqual({
    contact: { name: 'A' },
    content: { lessons: [{ lesson: 'A, x way', recommendation: 'Go' }], tags: ['A, x'] },
  });
  expect(changed.contact).toBe(values.contact);
});

test('fields that are gone are passed over', () => {
  const values = { content: { lessons: [] } };

  expect(applyAll(values, [at('content.lessons[0].lesson'), at('content.__proto__.x')])).toEqual(values);
});
