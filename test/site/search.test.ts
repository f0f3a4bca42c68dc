/** The files of the search, as they are built: every page that can be found is there, and every section of it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { FILES } from '#site/paths.ts';
import type { Catalog, Pages } from '#site/search/catalog.ts';
import { KINDS, type SearchDocument } from '#site/search/documents.ts';
import { fromLetters } from '#site/search/letters.ts';
import { fileOf } from '#test/support/built-site.ts';

const folder = inject('siteFolder');
const read = async (file: string) => JSON.parse(await readFile(path.join(folder, file), 'utf8'));

let catalog: Catalog;
let documents: SearchDocument[];

beforeAll(async () => {
  catalog = await read(FILES.searchIndex);
  const { name, sizes } = catalog.pages;
  const parts = fromLetters(sizes).map(
    (_, index): Promise<Pages> => read(`search/parts/${name}-${index}.json`),
  );
  documents = (await Promise.all(parts)).flat();
});

test('every kind can be found but offerings, of which there are none', () => {
  const found = new Set(documents.map(({ kind }) => kind));
  expect(Object.keys(KINDS).filter((kind) => !found.has(kind as SearchDocument['kind']))).toEqual([
    'offering',
  ]);
});

test('every page that can be found is there, and every section of it', async () => {
  const missing: string[] = [];
  for (const { href, sections } of documents) {
    const [page = '', own] = href.split('#');
    const file = fileOf(folder, page);
    const html = existsSync(file) ? await readFile(file, 'utf8') : '';
    const fragments = [own ?? '', ...sections.map(({ id }) => id)].filter(Boolean);
    if (html === '') missing.push(href);
    missing.push(...fragments.filter((id) => !html.includes(`id="${id}"`)).map((id) => `${page}#${id}`));
  }
  expect(missing).toEqual([]);
});

test('all parts that the catalog names are there', async () => {
  const { shards, vocabulary, names } = catalog;
  for (const part of [...shards.names, vocabulary, names])
    expect(existsSync(path.join(folder, `search/parts/${part}.json`)), part).toBe(true);
});
