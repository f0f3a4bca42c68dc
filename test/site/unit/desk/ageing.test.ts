import { expect, test } from 'vitest';
import { dueWords, instantWords, waitingWords } from '#site/islands/desk/ageing.ts';

const now = new Date('2026-11-22T09:00:00Z');

test.each([
  ['2026-11-22T08:59:00.000Z', 'since today'],
  ['2026-11-21T23:59:00.000Z', 'for 1 day'],
  ['2026-10-23T00:00:00.000Z', 'for 30 days'],
  ['2026-11-22T09:05:00.000Z', 'since today'],
])('waiting since %s reads “%s”, by days of the calendar', (since, words) => {
  expect(waitingWords(since, now)).toBe(words);
});

test.each([
  ['2026-11-30', 'on_time', 'due in 8 days'],
  ['2026-11-25', 'on_time', 'due in 3 days'],
  ['2026-11-24', 'soon', 'due in 2 days'],
  ['2026-11-23', 'soon', 'due in 1 day'],
  ['2026-11-22', 'soon', 'due today'],
  ['2026-11-21', 'late', '1 day late'],
  ['2026-10-22', 'late', '31 days late'],
])('expected by %s is %s and says so in words', (expectedBy, standing, words) => {
  expect(dueWords(expectedBy, now)).toEqual({ standing, words });
});

test('nothing is due where nobody is waited for', () => {
  expect(dueWords(undefined, now)).toBeUndefined();
});

test('an instant is told in UTC, so that all at the desk read the same', () => {
  expect(instantWords('2026-11-22T14:05:09.120Z')).toBe('22 November 2026, 14:05 UTC');
});
