/** What becomes public of an offering: its words, and nothing that was told to the lab alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asStored, toPublic, withoutWithheld } from '#api/review/to-public.ts';
import { offering } from '#schemas/offering.ts';
import { submission } from '#schemas/submission.ts';
import { offeringContentSent, offeringSent } from '#test/support/offering.ts';
import { offerings } from './offering-arbitrary.ts';

const SECRET = 'only-the-lab-may-know-this';

test('how to get the product leaves no text behind, unless its vendor made it public', () => {
  const hidden = toPublic({ ...offeringContentSent, access: SECRET });
  const shown = toPublic({ ...offeringContentSent, access: SECRET, release: { access: 'public' } });

  expect(JSON.stringify(shown)).toContain(SECRET);
  expect(JSON.stringify(hidden)).not.toContain(SECRET);
  expect(hidden).not.toHaveProperty('access');
});

test('nothing of the contacts is in the record or in the text that is stored', () => {
  const stored = asStored(submission.parse(offeringSent)).content;
  for (const text of [JSON.stringify(stored), JSON.stringify(toPublic(offeringContentSent))]) {
    expect(text).toContain('Sample Lathe');
    for (const private_ of [offeringSent.contact.email, 'Vera', 'Lou Bench', 'lou@'])
      expect(text).not.toContain(private_);
  }
});

test('whatever is in an offering, what is kept for the lab is not in its record', () => {
  fc.assert(
    fc.property(offerings, (content) => {
      const told = { ...content, access: SECRET };
      const text = JSON.stringify(toPublic(told));
      expect(text.includes(SECRET)).toBe(content.release.access === 'public');
    }),
  );
});

test('a field that somebody adds without deciding that it is public stays out', () => {
  const grown = { ...offeringContentSent, priceList: SECRET };

  expect(JSON.stringify(toPublic(grown))).not.toContain(SECRET);
});

test('the record fits its schema, is already in its normal form, and the content stays as it was', () => {
  fc.assert(
    fc.property(offerings, (content) => {
      const before = structuredClone(content);
      const record = toPublic(content);
      expect(offering.parse(record)).toEqual(record);
      expect(withoutWithheld(content)).toEqual(before);
      expect(content).toEqual(before);
    }),
  );
});
