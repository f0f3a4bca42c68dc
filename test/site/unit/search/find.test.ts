import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '#site/search/documents.ts';
import { namesOf } from '#site/search/names.ts';
import { openedSearch } from './opened.ts';

const page = (title: string, text: string, summary = ''): SearchDocument => ({
  kind: 'lesson',
  href: `/${title}/`,
  about: 'Lesson',
  title,
  summary,
  sections: [{ id: 'situation', title: 'Situation', text }],
});
const CVES = Array.from({ length: 300 }, (_, index) => `CVE-20${10 + (index % 16)}-${1000 + index * 37}`);
const DOCUMENTS = [
  page('Canaries', 'A canary runs first. Rolling back took an hour.'),
  page('Log4Shell', 'Known as CVE-2021-44228 in Apache Log4j.'),
  page('Printers', 'The canary was a printer, and printing stopped.', 'How printers were missed.'),
  page('Deadlines', 'What the KEV catalog asks for.'),
  page('Exploits', 'It stood among the known exploited vulnerabilities for days.'),
  ...CVES.map((cve) => page(`About ${cve}`, `It is ${cve}.`)),
];
const NAMES = namesOf([
  { term: 'KEV', expands: 'Known Exploited Vulnerabilities', synonyms: [] },
  { term: 'Rollback', synonyms: ['backing out'] },
]);
const { search } = openedSearch(DOCUMENTS, NAMES);

const titles = async (typed: string) => {
  const { results } = await search.find(typed);
  return (await search.hits(results)).map(({ title }) => title.map(({ text }) => text).join(''));
};

describe('search', { timeout: 60_000 }, () => {
  test.each([
    ['canary', ['Printers', 'Canaries']],
    ['canary printer', ['Printers']],
    ['prin', ['Printers']],
    ['rolled', ['Canaries']],
    ['cve-2021-44228', ['Log4Shell']],
    ['44228', ['Log4Shell']],
    ['log4j', ['Log4Shell']],
    ['apache/log4j', ['Log4Shell']],
    ['canari', ['Canaries', 'Printers']],
    ['printrs', ['Printers']],
    ['how was a canary', ['Canaries', 'Printers']],
    ['+canary -printer', ['Canaries']],
    ['title:printer', ['Printers']],
    ['summary:canary', []],
    ['print*', ['Printers']],
    ['*og4j', ['Log4Shell']],
    ['printrs~1', ['Printers']],
  ])('%s finds %j', async (typed, expected) => {
    expect((await titles(typed)).toSorted()).toEqual(expected.toSorted());
  });

  test('finds every CVE id whole and by its number, because digits once lost terms in the index', async () => {
    for (const cve of CVES) {
      expect((await titles(cve))[0]).toBe(`About ${cve}`);
      expect(await titles(cve.split('-')[2] ?? '')).toContain(`About ${cve}`);
    }
  });

  test('all words count before any word does', async () => {
    expect((await search.find('canary printer')).by).toBe('all');
    expect((await search.find('canary nonsense')).by).toBe('any');
    expect(await titles('canary nonsense')).toEqual(expect.arrayContaining(['Canaries', 'Printers']));
  });

  test('finds what goes by another name, after what goes by the name that was typed', async () => {
    expect(await titles('KEV')).toEqual(['Deadlines', 'Exploits']);
    expect(await titles('known exploited vulnerabilities')).toEqual(['Exploits', 'Deadlines']);
    expect(await titles('kev days')).toEqual(['Exploits']);
    expect((await search.find('kev catalog')).by).toBe('all');
    expect((await search.find('kev days')).by).toBe('names');
  });

  test('looks for words spelled alike only once the words are finished, because that loads the list of all words', async () => {
    const { search: fresh, loaded, catalog } = openedSearch(DOCUMENTS, NAMES);
    expect(await fresh.find('canry', { settled: false })).toEqual({ by: 'any', results: [] });
    expect(loaded).not.toContain(catalog.vocabulary);

    expect(await fresh.find('canry')).toMatchObject({ by: 'alike', results: [{}, {}] });
    expect(loaded).toContain(catalog.vocabulary);
  });

  test('goes on finding while a word grows longer than its stem', async () => {
    for (const typed of [
      'vuln',
      'vulnera',
      'vulnerabil',
      'vulnerabilit',
      'vulnerability',
      'days vulnerabilit',
    ])
      expect((await search.find(typed, { settled: false })).results, typed).toHaveLength(1);
  });

  test('tells the kind of what it found without loading it', async () => {
    const {
      search: fresh,
      loaded,
      catalog,
    } = openedSearch([...DOCUMENTS, { ...page('Canary', 'A part that goes first.'), kind: 'term' }]);
    const { results } = await fresh.find('canary');
    expect(results.map(fresh.kindOf).toSorted()).toEqual(['lesson', 'lesson', 'term']);
    expect(loaded.filter((name) => name.startsWith(catalog.pages.name))).toEqual([]);
  });

  const SIGNS = ['', '   ', '-', '*', '+', ':', '~2', 'title:', '-canary', '^', 'a~99', '"', '\u0000', '\\'];
  test.each([...SIGNS, '+\\', 'a*', 'constructor', '__proto__', 'title:title:a', `${'x'.repeat(5000)}*`])(
    'does not stumble over %j',
    async (typed) => {
      await expect(search.find(typed)).resolves.toBeDefined();
    },
  );

  test('does not stumble over anything', async () => {
    const sign = fc.constantFrom(...'+-~^*:\\ 1', 'title:', 'canary', 'cve-2021-', 'é', '😀');
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const { results } = await search.find(text);
        await search.hits(results.slice(0, 3));
      }),
      { numRuns: 500 },
    );
  });
});
