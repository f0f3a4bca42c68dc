/** The search in `docs/benchmarks.md`. */
import { type EngineCost, HITS, type QueryCost, type SearchMeasures } from './search.ts';
import { judge, kilobytes, table } from './tables.ts';

/** The most that the first hits may cost of what they cost with Pagefind, by the number of documents. */
const BUDGETS: Record<number, number> = { 1000: 1 / 4, 10000: 1 / 3 };

export const searchSection = (measures: SearchMeasures): string => `## Searching

The split index of lunr beside Pagefind and MiniSearch on the same generated text, in the test browser. Bytes are gzipped
and hold all that a search loads, scripts and the text of ${HITS} hits too: until the first ${HITS} hits with an empty cache, and for
the next query on the same page. Times are on loopback. Medians of ${measures[0]?.queries} queries of each length; every word stands in
${2 * HITS} documents or more. Budget for the first: ${Object.entries(BUDGETS)
  .map(
    ([documents, share]) =>
      `${share === 1 / 4 ? 'a quarter' : 'a third'} of Pagefind's with ${documents} documents`,
  )
  .join(', ')}.

${table(
  [
    'documents',
    'engine',
    'builds in',
    'words',
    'first',
    'next',
    'first takes',
    'next takes',
    'of Pagefind’s first',
  ],
  measures.flatMap(rowsOf),
)}

${measures.map(({ documents, terms }) => `${documents} documents hold ${terms} different words, numbers apart.`).join(' ')}
`;

function rowsOf({ documents, engines }: SearchMeasures[number]): string[][] {
  const pagefind = engines.find(({ engine }) => engine === 'Pagefind');
  return engines.flatMap(({ engine, buildSeconds, costs }) =>
    costs.map((cost, index) => [
      String(documents),
      engine,
      `${buildSeconds.toFixed(1)} s`,
      String(cost.words),
      kilobytes(cost.firstBytes),
      kilobytes(cost.nextBytes),
      `${cost.firstTime.toFixed(0)} ms`,
      `${cost.nextTime.toFixed(0)} ms`,
      engine === 'Pagefind' ? '' : share(cost, pagefind?.costs[index], engine, BUDGETS[documents] ?? 1),
    ]),
  );
}

function share(
  own: QueryCost,
  pagefind: QueryCost | undefined,
  engine: EngineCost['engine'],
  budget: number,
) {
  const part = own.firstBytes / (pagefind?.firstBytes ?? Number.NaN);
  return `${part.toFixed(2)}${engine === 'MiniSearch' ? '' : ` ${judge(part <= budget)}`}`;
}
