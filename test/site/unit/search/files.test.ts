/** The forms in which the search is written to files and read again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extentOf } from '#site/search/catalog.ts';
import { FIELD_NAMES, fieldsOf } from '#site/search/documents.ts';
import { fromLetters, packOccurrences, toLetters, unpackOccurrences } from '#site/search/letters.ts';
import { packTerms, unpackTerms } from '#site/search/rows.ts';
import { packShards } from '#site/search/shards.ts';
import { termsOf } from '#site/search/terms.ts';
import { searchCorpus } from '#test/bench/search-corpus.ts';
import { documentsOf, openedSearch } from './opened.ts';

const counting = fc.nat({ max: 1_000_000 });
const term = fc.stringMatching(/^[a-zä0-9]{1,40}$/);
const terms = fc.uniqueArray(term, { maxLength: 60 }).map((all) => all.sort());

describe('numbers as letters', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'bA'],
    [26 * 26, 'baA'],
  ])('%i is %s', (value, text) => {
    expect(toLetters(value)).toBe(text);
  });

  test('are read as they were written, without anything between them', () => {
    fc.assert(
      fc.property(fc.array(counting), (values) => {
        expect(fromLetters(values.map(toLetters).join(''))).toEqual(values);
      }),
    );
  });

  test('of a term name its documents, and how often it stands in each', () => {
    const occurrences = new Map([
      [2, 1],
      [3, 3],
      [40, 12],
    ]);
    expect(packOccurrences(occurrences)).toBe('C3A12bK');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(counting, fc.integer({ min: 1, max: 400 })), { selector: ([at]) => at }),
        (all) => {
          const made = new Map(all.toSorted(([a], [b]) => a - b));
          expect(unpackOccurrences(packOccurrences(made))).toEqual(made);
        },
      ),
    );
  });
});

test('terms are read as they were written', () => {
  fc.assert(
    fc.property(terms, (all) => {
      expect(unpackTerms(packTerms(all))).toEqual(all);
    }),
  );
});

test('each shard begins after the terms of the one before it, and a term that fills half a shard has its own', () => {
  const often = new Map(Array.from({ length: 9_000 }, (_, document) => [2 * document, 1]));
  const rows = ['a', 'pat', 'patch', 'patchwork', 'paw'].map((name) => {
    const text = name === 'patch' ? often : new Map([[1, 1]]);
    return { term: name, title: new Map(), summary: new Map(), text };
  });
  expect(packShards(rows).map(({ from, rows: { length } }) => [from, length])).toEqual([
    ['a', 2],
    ['patc', 1],
    ['patchw', 2],
  ]);
});

describe('the files of the search', () => {
  const given = searchCorpus(60);
  const files = openedSearch([
    ...given.slice(0, 30).map((one) => ({ ...one, kind: 'step' as const })),
    ...given.slice(30),
  ]);
  const documents = documentsOf(files);

  test('hold every document once, kind after kind, the shorter ones of a kind first', () => {
    const lengths = documents.map((document) => termsOf(fieldsOf(document).text).length);
    expect(documents.map(({ href }) => href).toSorted()).toEqual(given.map(({ href }) => href).toSorted());
    expect(documents.slice(0, 30).every(({ kind }) => kind === 'lesson')).toBe(true);
    expect(lengths.slice(0, 30)).toEqual(lengths.slice(0, 30).toSorted((a, b) => a - b));
  });

  test('tell the lengths of all fields by the catalog alone', () => {
    const { lengths } = extentOf(files.catalog);
    for (const field of FIELD_NAMES)
      expect(lengths[field]).toEqual(documents.map((document) => termsOf(fieldsOf(document)[field]).length));
  });

  test('are the same for the same documents, so that a browser need not load them again', () => {
    const again = openedSearch([
      ...given.slice(0, 30).map((one) => ({ ...one, kind: 'step' as const })),
      ...given.slice(30),
    ]);
    expect(again.catalog).toEqual(files.catalog);
    expect(again.parts).toEqual(files.parts);
  });
});
