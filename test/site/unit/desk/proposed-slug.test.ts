import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slug } from '#schemas/text.ts';
import { proposedSlug } from '#site/islands/desk/proposed-slug.ts';

test.each([
  ['Patching in two rings', 'patching-in-two-rings'],
  ['  The vendor’s fix: too late!  ', 'the-vendors-fix-too-late'],
  ['Größere Lücke in Århus, “naïve” Łódź', 'grossere-lucke-in-arhus-naive-lodz'],
  ['76 days to patch 40% of 2,000 hosts', 'days-to-patch-40-of-2-000-hosts'],
  ['CVE-2021-44228 at a hospital', 'cve-2021-44228-at-a-hospital'],
])('“%s” is proposed as %s', (title, proposed) => {
  expect(proposedSlug(title)).toBe(proposed);
});

test.each(['日本語の題', '2021', '…', ''])('“%s” has no Latin word, so nothing is proposed', (title) => {
  expect(proposedSlug(title)).toBe('');
});

test('a long title is cut between words', () => {
  const proposed = proposedSlug(
    'a canary group of twelve machines found the broken agent before anybody else noticed it',
  );
  expect(proposed).toBe('a-canary-group-of-twelve-machines-found-the-broken-agent-before-anybody-else');
});

test('a single word that is too long is cut within', () => {
  expect(proposedSlug('x'.repeat(200))).toBe('x'.repeat(80));
});

test('whatever the title, what is proposed can be sent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const proposed = proposedSlug(title);
      expect(proposed === '' || slug.safeParse(proposed).success).toBe(true);
    }),
  );
});
