import { expect, test } from 'vitest';
import { durationText } from '#site/regimes.ts';

test.each([
  ['P1M', '1 month'],
  ['PT48H', '48 hours'],
  ['P2W', '2 weeks'],
  ['P30D', '30 days'],
])('%s reads as %s, because a month is not 30 days and 48 hours are not two days', (duration, text) => {
  expect(durationText(duration)).toBe(text);
});
