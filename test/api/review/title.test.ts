import { expect, test } from 'vitest';
import { titleOf } from '#api/review/title.ts';
import { offeringContentSent } from '#test/support/offering.ts';

const short = (happened: string) => titleOf({ happened, differently: 'Test it.' });

test('a short lesson goes by its first words, cut between two of them', () => {
  expect(short('The kiosks froze.')).toBe('The kiosks froze.');
  expect(short('The kiosks\n\nfroze.')).toBe('The kiosks froze.');
  expect(short(`${'word '.repeat(30)}end`)).toBe(`${'word '.repeat(16).trim()} …`);
  expect(short('x'.repeat(200))).toBe(`${'x'.repeat(80)} …`);
});

test('an offering goes by its product and version', () => {
  expect(titleOf(offeringContentSent)).toBe('Sample Lathe 3.1');
});
