/** Finding: what is typed in, documents out, best first. Each way of looking is tried only where those before it fail. */
import lunr from 'lunr';
import type { Names } from './catalog.ts';
import type { Clause } from './lunr-sets.ts';
import { otherWordings } from './other-names.ts';
import type { SplitIndex } from './split-index.ts';
import { stemmed } from './terms.ts';
import { LEAST_LETTERS, readTyped } from './typed.ts';

/** A document by its number, and the terms that were found in it. */
export type Result = { document: number; terms: string[] };
/**
 * `all`: every word, or what the signs ask for. `names`: every word of another name of the same thing. `any`: some of the
 * words. `alike`: words of another spelling.
 */
export type Found = { by: 'all' | 'names' | 'any' | 'alike'; results: Result[] };
export type Find = (typed: string, options?: Options) => Promise<Found>;
type Options = {
  /** Whether the words are finished: only then are others looked for that are spelled alike. True unless told. */
  settled?: boolean;
};

const { REQUIRED, OPTIONAL } = lunr.Query.presence;
/** Where fewer than this are found, pages with other names of the same things follow them. */
const FEW = 10;
const LEAST_STEM = 4;

/** The function that it gives takes whatever is typed. It rejects only where a part of the index cannot be loaded. */
export function openFind({ query }: Pick<SplitIndex, 'query'>, loadNames: () => Promise<Names>): Find {
  const ask = async (clauses: Clause[]) => (await query(clauses)).map(toResult);

  async function byOtherNames(words: readonly string[]): Promise<Result[]> {
    const wordings = otherWordings(words.map(stemmed), await loadNames());
    return (await Promise.all(wordings.map((terms) => ask(terms.map(requiredTerm))))).flat();
  }

  /** A word under way is often longer than its stem: “vulnerabilit” than “vulner”. Steps back until something begins so. */
  async function byLessOfTheLast(words: readonly string[]): Promise<Result[]> {
    const [last = '', before] = [words.at(-1), words.slice(0, -1)];
    for (let length = last.length - 1; length >= Math.max(LEAST_STEM, last.length / 2); length -= 1) {
      const beginning = { term: `${last.slice(0, length)}*`, presence: REQUIRED, usePipeline: false };
      const results = await ask([...requiredWords(before, false), beginning]);
      if (results.length > 0) return results;
    }
    return [];
  }

  return async (typed, { settled = true } = {}) => {
    const read = readTyped(typed);
    if (read.as === 'clauses') return { by: 'all', results: await ask(read.clauses) };
    const { words, unfinished } = read;
    if (words.length === 0) return { by: 'all', results: [] };

    const all = await ask(requiredWords(words, unfinished));
    if (all.length >= FEW) return { by: 'all', results: all };
    const named = unique([...all, ...(await byOtherNames(words))]);
    if (named.length > 0) return { by: all.length > 0 ? 'all' : 'names', results: named };
    const begun = unfinished && !settled ? await byLessOfTheLast(words) : [];
    if (begun.length > 0) return { by: 'all', results: begun };
    const any = words.length > 1 ? await ask(words.map((term) => ({ term }))) : [];
    if (any.length > 0 || !settled) return { by: 'any', results: any };
    return { by: 'alike', results: await ask(words.flatMap(spelledAlike)) };
  };
}

/** The last word may be unfinished: what it begins counts too, at less weight. Stars skip the stemmer, hence the stem. */
function requiredWords(words: readonly string[], unfinished: boolean): Clause[] {
  return words.flatMap((term, index): Clause[] => {
    if (!unfinished || index < words.length - 1 || term.length < LEAST_LETTERS)
      return [{ term, presence: REQUIRED }];
    return [
      { term, presence: OPTIONAL, boost: 5 },
      { term: `${stemmed(term)}*`, presence: REQUIRED, usePipeline: false },
    ];
  });
}

const requiredTerm = (term: string): Clause => ({ term, presence: REQUIRED, usePipeline: false });

const spelledAlike = (term: string): Clause[] =>
  term.length > LEAST_LETTERS ? [{ term, editDistance: 1 }] : [];

export const toResult = ({ ref, matchData }: lunr.Index.Result): Result => ({
  document: Number(ref),
  terms: Object.keys(matchData.metadata),
});

function unique(results: readonly Result[]): Result[] {
  const seen = new Set<number>();
  return results.filter(({ document }) => !seen.has(document) && seen.add(document));
}
