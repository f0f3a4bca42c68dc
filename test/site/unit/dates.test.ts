import { expect, test } from 'vitest';
import { longDate } from '#site/dates.ts';

test.each([
  ['2026-01-01', '1 January 2026'],
  ['2026-11', 'November 2026'],
  ['2021-Q4', 'fourth quarter of 2021'],
  ['2021', '2021'],
])('%s reads as %s', (written, read) => {
  expect(longDate(written)).toBe(read);
});
