import { describe, expect, test } from 'vitest';
import { addressOf, countKinds, tell, tellUnsettled } from '#site/search/words.ts';

test.each([
  ['all', 1, '1 page found'],
  ['all', 12, '12 pages found'],
  ['names', 2, 'No page says this. 2 pages found by other names of the same thing.'],
  ['any', 2, 'No page has all of these words. 2 pages found with some of them.'],
  ['alike', 1, 'Nothing is spelled like this. 1 page found with words spelled alike.'],
  ['all', 0, 'Nothing found. Try fewer or other words, like “rollback” or a CVE id.'],
] as const)('%s words, %i times: %s', (by, count, text) => {
  expect(tell(by, count)).toBe(text);
});

test('nothing found of unfinished words is not the last word', () => {
  expect(tellUnsettled('any', 0)).toBe('Nothing found so far. Press Search to look for words spelled alike.');
  expect(tellUnsettled('all', 1)).toBe('1 page found');
});

test('kinds are counted in their own order', () => {
  expect(countKinds(['term', 'lesson', undefined, 'term'])).toEqual([
    ['lesson', 1],
    ['term', 2],
  ]);
});

describe('the address', () => {
  test.each([
    ['', undefined, ''],
    ['a & b', undefined, '?q=a+%26+b'],
    ['canary', 'step', '?q=canary&kind=step'],
  ] as const)('of %j and %s is %j', (typed, kind, address) => {
    expect(addressOf(typed, kind)).toBe(address);
  });
});
