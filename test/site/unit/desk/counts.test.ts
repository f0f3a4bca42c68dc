import { expect, test } from 'vitest';
import { countOf, countWords, offeredFilters } from '#site/islands/desk/queue/counts.ts';

const counts = { received: 2, in_review: 3, published: 40, declined: 1 };

test('what waits leaves out what nobody is waited for', () => {
  expect(countOf(counts, 'waiting')).toBe(5);
  expect(countOf(counts, 'all')).toBe(46);
  expect(countOf(counts, 'in_lab')).toBe(0);
});

test('where counting stopped, it is said', () => {
  expect(countWords(counts, 'waiting')).toBe('5');
  expect(countWords({ ...counts, published: 100 }, 'all')).toBe('106+');
  expect(countWords({ ...counts, published: 100 }, 'in_review')).toBe('3');
});

test('a state with nothing in it is not offered, unless somebody stands there', () => {
  expect(offeredFilters(counts, 'waiting')).toEqual([
    'waiting',
    'received',
    'in_review',
    'published',
    'declined',
    'all',
  ]);
  expect(offeredFilters(counts, 'in_lab')).toContain('in_lab');
});
