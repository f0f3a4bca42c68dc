import { expect, test } from 'vitest';
import { offeringFile, readOffering } from '#site/islands/offering-form/offering-file.ts';
import { offeringContentSent, offeringSent } from '#test/support/offering.ts';

const ORIGIN = 'https://commons.example';
const { content } = offeringSent;

test('what is exported can be imported, and is the same', () => {
  const { name, text, missing } = offeringFile(content, ORIGIN);

  expect([name, missing]).toEqual(['offering.json', 0]);
  expect(JSON.parse(text).$schema).toBe('https://commons.example/data/schemas/offering-file.json');
  expect(readOffering(text)).toEqual({ ok: true, content: offeringContentSent, issues: [] });
});

test('an unfinished offering is exported as it is, and says how much is missing', () => {
  const { text, missing } = offeringFile(
    { product: 'Half', claims: [{ capability: 'deploy', claim: '' }] },
    ORIGIN,
  );

  expect(missing).toBeGreaterThan(5);
  expect(JSON.parse(text)).toMatchObject({ product: 'Half', claims: [{ capability: 'deploy' }] });
});

test('an unfinished file fills what it holds, and the rest is asked at the fields', () => {
  const { product, claims } = content;

  const imported = readOffering(JSON.stringify({ product, claims: [{ ...claims[0], claim: '' }] }));

  expect(imported).toMatchObject({ ok: true, content: { product } });
  const issues = imported.ok ? imported.issues : [];
  expect(issues).toContainEqual({ path: 'content.vendor', message: 'Enter the name of the vendor' });
  expect(issues.map(({ path }) => path)).toContain('content.claims.0.claim');
});

test.each([
  ['no JSON', 'product: Lathe', /no offering as JSON/],
  ['a list', '[]', /no offering as JSON/],
  ['nothing', '{}', /no offering as JSON/],
  ['what no offering has', JSON.stringify({ ...content, price: '9' }), /has no “price”/],
  [
    'what no claim has',
    JSON.stringify({ ...content, claims: [{ ...content.claims[0], stars: 5 }] }),
    /“claims\.0\.stars”/,
  ],
  ['too much', `{"product":"${'x'.repeat(1_000_001)}"}`, /too long/],
])('a file with %s is refused, and the reader is told what to do', (_, text, message) => {
  expect(readOffering(text)).toEqual({ ok: false, message: expect.stringMatching(message) });
});
