import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex, type SearchDocument } from '#site/search/build.ts';
import { excerptOf, openIndex } from '#site/search/find.ts';

const page = (title: string, text: string, summary = ''): SearchDocument => ({
  href: `/${title}/`,
  title,
  kind: 'Lesson',
  summary,
  text,
});
const CVES = Array.from({ length: 300 }, (_, index) => `CVE-20${10 + (index % 16)}-${1000 + index * 37}`);
const DOCUMENTS = [
  page('Canaries', 'A canary runs first. Rolling back took an hour.'),
  page('Log4Shell', 'Known as CVE-2021-44228 in Apache Log4j.'),
  page('Printers', 'The canary was a printer, and printing stopped.', 'How printers were missed.'),
  ...CVES.map((cve) => page(`About ${cve}`, `It is ${cve}.`)),
];
/** As the browser gets it: through JSON. */
const find = openIndex(JSON.parse(JSON.stringify(buildIndex(DOCUMENTS))));
const titles = (query: string) => find(query).map(({ title }) => title);

describe('search', () => {
  test.each([
    ['canary', ['Printers', 'Canaries']],
    ['canary printer', ['Printers']],
    ['prin', ['Printers']],
    ['rolled', ['Canaries']],
    ['cve-2021-44228', ['Log4Shell']],
    ['44228', ['Log4Shell']],
    ['log4j', ['Log4Shell']],
    ['canari', ['Canaries', 'Printers']],
    ['printrs', ['Printers']],
  ])('%s finds %j', (query, expected) => {
    expect(titles(query).toSorted()).toEqual(expected.toSorted());
  });

  test('finds every CVE id whole and by its number, because digits once lost terms in the index', () => {
    for (const cve of CVES) {
      expect(titles(cve)[0]).toBe(`About ${cve}`);
      expect(titles(cve.split('-')[2] ?? '')).toContain(`About ${cve}`);
    }
  });

  test('all words count before any word does', () => {
    expect(titles('canary nonsense')).toEqual(expect.arrayContaining(['Canaries', 'Printers']));
  });

  test.each(['', '   ', '-', '*', '+', ':', '~2', 'title:', '-canary', '^', 'a~99', '"', '\u0000'])(
    'does not stumble over %j',
    (query) => {
      expect(() => find(query)).not.toThrow();
    },
  );

  test('does not stumble over anything', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (query) => {
        expect(Array.isArray(find(query))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('marks what was found, in the text where it stands', () => {
    expect(find('rolling').map(({ excerpt }) => excerpt)).toEqual([
      [
        { text: 'A canary runs first. ', found: false },
        { text: 'Rolling', found: true },
        { text: ' back took an hour.', found: false },
      ],
    ]);
  });
});

describe('an excerpt', () => {
  test('is cut between words around the first mark', () => {
    const text = `${'before '.repeat(40)}canary ${'after '.repeat(100)}`;
    const pieces = excerptOf(text, new Set(['canari']));
    const whole = pieces.map((piece) => piece.text).join('');
    expect(pieces.filter(({ found }) => found)).toEqual([{ text: 'canary', found: true }]);
    expect(whole).toMatch(/^… before .*canary after .* …$/);
    expect(whole.length).toBeLessThan(260);
  });

  test('of a text without the words is its beginning', () => {
    expect(excerptOf('Short.', new Set())).toEqual([{ text: 'Short.', found: false }]);
  });
});
