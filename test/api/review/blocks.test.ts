import { expect, test } from 'vitest';
import { blockingKeys, blockKey, isPublicDomain, isTiedTo } from '#api/review/blocks.ts';
import { personKeys } from '#api/review/conflicts.ts';

test('an address is blocked by its mailbox, its domain and every domain above but the top one', () => {
  expect(blockingKeys('Ana+tag@Mail.Example.org')).toEqual([
    'ana@mail.example.org',
    'mail.example.org',
    'example.org',
  ]);
});

test('a mailbox is blocked whatever its tag, because a tag costs nothing', () => {
  expect(blockKey('Ana+one@example.org')).toBe(blockingKeys('ana+two@example.org')[0]);
});

test('a domain where everybody can have a mailbox is known', () => {
  expect(['gmail.com', 'example.org', 'ana@gmail.com'].map(isPublicDomain)).toEqual([true, false, false]);
});

test('whoever is tied to an organization has no say about its addresses', () => {
  const editor = personKeys({
    email: 'edith@desk.example',
    ties: [{ organization: 'Rivals', domain: 'rivals.example' }],
  });

  const tied = ['ana@rivals.example', 'rivals.example', 'desk.example', 'edith@desk.example'];
  for (const key of tied) expect(isTiedTo(editor, key), key).toBe(true);
  for (const key of ['ana@clinics.example', 'clinics.example', 'ana@gmail.com'])
    expect(isTiedTo(editor, key), key).toBe(false);
});
