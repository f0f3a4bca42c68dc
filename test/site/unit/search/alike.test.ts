/** What is suggested to somebody who writes: by several words that a page shares with the text, never by one. */
import { expect, test } from 'vitest';
import { LEAST_SHARED, tellingWords } from '#site/search/alike.ts';
import { openedSearch } from './opened.ts';
import { realDocuments } from './real-documents.ts';

const documents = realDocuments();
const { search } = openedSearch(documents);

const alikeTo = async (text: string) => {
  const results = await search.alike(text);
  const hits = await search.hits(results.slice(0, 5));
  return { results, hrefs: hits.map(({ href }) => href) };
};

test('a step is suggested to somebody who writes of it in other forms of its words', async () => {
  const { hrefs } = await alikeTo(
    'We deployed the emergency patch to a canary group first, watched the canaries for errors, and stopped the deployment.',
  );
  expect(hrefs.some((href) => href.includes('canary'))).toBe(true);
});

test('all that is suggested shares several words, the best first', async () => {
  const { results } = await alikeTo('The backup was restored after the update broke printing on servers.');
  expect(results.length).toBeGreaterThan(0);
  for (const { terms } of results) expect(new Set(terms).size).toBeGreaterThanOrEqual(LEAST_SHARED);
});

test.each(['', 'patch', 'We patch and we patch.', 'It was on the one at that.', '2021 2022 2023 2024'])(
  'nothing is suggested by “%s”',
  async (text) => {
    expect((await alikeTo(text)).results).toEqual([]);
  },
);

test('the newest words count, each once, and those that every text holds do not', () => {
  expect(tellingWords('The servers and the server; then 2021 printing, prints, canaries')).toEqual([
    'canaries',
    'prints',
    'server',
  ]);
  const many = Array.from(
    { length: 40 },
    (_, index) => `word${String.fromCharCode(97 + (index % 26))}${index}x`,
  );
  expect(tellingWords(many.join(' '))).toHaveLength(16);
});
