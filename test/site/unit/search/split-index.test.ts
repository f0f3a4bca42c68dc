/** The split index against lunr's own, whole one: what is found, in which order, and with which score. */
import { describe, expect, test } from 'vitest';
import { openIndex } from '#site/search/split-index.ts';
import { searchCorpus } from '#test/bench/search-corpus.ts';
import { clauseKinds } from './clause-kinds.ts';
import { documentsOf, openedSearch } from './opened.ts';
import { realDocuments } from './real-documents.ts';
import { ask, wholeIndex } from './whole-index.ts';

const QUERIES = 1_000;

const files = openedSearch([...realDocuments(), ...searchCorpus(300)]);
const documents = documentsOf(files);
const kinds = Object.entries(clauseKinds(documents));

// A query with a star in front goes through all terms, twice.
describe('the split index', { timeout: 60_000 }, () => {
  const whole = wholeIndex(documents);
  const split = openIndex(files.catalog, files.load);

  test.each(kinds)('ranks as the whole one does: %s', async (_, makeClauses) => {
    for (let count = 0; count < QUERIES / kinds.length; count += 1) {
      const clauses = makeClauses();
      const expected = ask(whole, clauses);
      const results = await split.query(clauses);

      const told = JSON.stringify(clauses);
      expect(
        results.map(({ ref }) => ref),
        told,
      ).toEqual(expected.map(({ ref }) => ref));
      expect(results.map(termsIn), told).toEqual(expected.map(termsIn));
      for (const [index, { score }] of results.entries())
        expect(Math.abs(score - (expected[index]?.score ?? Number.NaN)), told).toBeLessThanOrEqual(1e-9);
    }
  });

  test.each(kinds.filter(([kind]) => !kind.includes('unknown required')))(
    'finds something by some query, so that the comparison means something: %s',
    async (_, makeClauses) => {
      const counts = await Promise.all(
        Array.from({ length: 20 }, async () => (await split.query(makeClauses())).length),
      );
      expect(Math.max(...counts)).toBeGreaterThan(0);
    },
  );

  test('loads one part of the index for a word, and no list of all words', async () => {
    const { catalog, load, loaded } = openedSearch(documents);
    await openIndex(catalog, load).query([{ term: 'canary' }]);
    expect(loaded).toHaveLength(1);
    expect(catalog.shards.names.length).toBeGreaterThan(20);
    expect(loaded).not.toContain(catalog.vocabulary);
  });

  test('a part that could not be loaded is asked for again', async () => {
    const { catalog, load } = openedSearch(documents);
    let fails = true;
    const index = openIndex(catalog, async (name) => {
      if (fails) throw new Error('offline');
      return load(name);
    });
    await expect(index.query([{ term: 'canary' }])).rejects.toThrow('offline');

    fails = false;

    expect((await index.query([{ term: 'canary' }])).length).toBeGreaterThan(0);
  });
});

const termsIn = ({ matchData }: { matchData: { metadata: object } }) => Object.keys(matchData.metadata);
