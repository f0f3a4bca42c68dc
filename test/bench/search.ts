/**
 * What the search costs a reader and a build, beside Pagefind and MiniSearch on the same text: bytes until the first ten
 * hits and for the next query in the test browser, over gzip, how long both take on loopback, and how long the index takes
 * to build. Every query is asked of all engines; every first one in a browser without a cache.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { fieldsOf, type SearchDocument } from '#site/search/documents.ts';
import { termsOf } from '#site/search/terms.ts';
import { startBrowser } from '#test/support/browser.ts';
import { median } from './numbers.ts';
import { searchCorpus } from './search-corpus.ts';
import { ENGINES, type Engine } from './search-engines.ts';
import { drawQueries, type Queries } from './search-queries.ts';
import { serveGzipped } from './search-server.ts';

export const HITS = 10;
/** Documents, and how many different words their text must have at least: few words make any index look small. */
const SIZES = [
  { documents: 1_000, terms: 5_000 },
  { documents: 10_000, terms: 15_000 },
] as const;
/** Of each length in words. */
const QUERIES = 10;

/** Bytes and milliseconds, medians over the queries. */
export type QueryCost = {
  words: 1 | 2;
  firstBytes: number;
  nextBytes: number;
  firstTime: number;
  nextTime: number;
};
export type EngineCost = { engine: Engine['name']; buildSeconds: number; costs: QueryCost[] };
export type SearchMeasures = { documents: number; terms: number; queries: number; engines: EngineCost[] }[];

export async function measureSearch(): Promise<SearchMeasures> {
  const browser = await startBrowser();
  try {
    const measures: SearchMeasures = [];
    for (const size of SIZES) measures.push(await measureSize(browser, size.documents, size.terms));
    return measures;
  } finally {
    await browser.close();
  }
}

async function measureSize(browser: Browser, count: number, least: number): Promise<SearchMeasures[number]> {
  const documents = searchCorpus(count);
  const terms = new Set(documents.flatMap((document) => termsOf(textOf(document)))).size;
  if (terms < least)
    throw new Error(`The text of ${count} documents has ${terms} different words, and not ${least}`);

  const queries = drawQueries(documents, QUERIES, 2 * HITS);
  const engines: EngineCost[] = [];
  for (const engine of ENGINES) {
    process.stderr.write(`  ${engine.name} with ${count} documents …\n`);
    engines.push(await measureEngine(browser, engine, documents, queries));
  }
  return { documents: count, terms, queries: QUERIES, engines };
}

/** Without numbers, of which every document has its own. */
const textOf = (document: SearchDocument) =>
  Object.values(fieldsOf(document))
    .join(' ')
    .replace(/\S*\d\S*/g, ' ');

async function measureEngine(
  browser: Browser,
  { name, write }: Engine,
  documents: readonly SearchDocument[],
  queries: Queries,
): Promise<EngineCost> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-search-'));
  try {
    const buildSeconds = await write(folder, documents);
    const site = await serveGzipped(folder);
    const costs = [await askAll(browser, site, queries, 1), await askAll(browser, site, queries, 2)];
    await site.close();
    return { engine: name, buildSeconds, costs };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

type Site = Awaited<ReturnType<typeof serveGzipped>>;

/** Each query first, with the one after it as the next. */
async function askAll(browser: Browser, site: Site, queries: Queries, words: 1 | 2): Promise<QueryCost> {
  const asked = queries[words].map(
    (query, index, all) => [query, all[(index + 1) % all.length] ?? ''] as const,
  );
  const firsts: Answer[] = [];
  const nexts: Answer[] = [];
  for (const [first, next] of asked) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(site.origin);
    const ask = async (query: string): Promise<Answer> => {
      site.sent.bytes = 0;
      const answer = await page.evaluate((text) => window.ask(text), query);
      if (answer.hits < HITS) throw new Error(`“${query}” has ${answer.hits} hits`);
      return { bytes: site.sent.bytes, milliseconds: answer.milliseconds };
    };
    firsts.push(await ask(first));
    nexts.push(await ask(next));
    await context.close();
  }
  const of = (answers: Answer[], what: keyof Answer) => median(answers.map((answer) => answer[what]));
  return {
    words,
    firstBytes: of(firsts, 'bytes'),
    nextBytes: of(nexts, 'bytes'),
    firstTime: of(firsts, 'milliseconds'),
    nextTime: of(nexts, 'milliseconds'),
  };
}

type Answer = { bytes: number; milliseconds: number };

declare global {
  interface Window {
    /** Each engine's page has it: asks, prints the first ten hits, and says how long that took. */
    ask: (query: string) => Promise<{ hits: number; milliseconds: number }>;
  }
}
