/**
 * Which texts tell much the same, so that a duplicate is noticed before two people spend their time on it. Pure.
 * Words are compared as sets, and a word counts for more the fewer texts have it: the share of what both have in what
 * either has (a weighted Jaccard index). The words that made it are told with it, so that a person can judge.
 */
import type { Told } from './words-of.ts';

export type Candidate<Place> = Told & { place: Place };
export type Alike<Place> = { place: Place; title: string; share: number; words: string[] };

/** Below this, texts of one field share no more than its words: see the test over the editors' own cases. */
const LEAST_SHARE = 0.15;
const MOST_SHOWN = 5;
const MOST_WORDS = 8;

/** Words that every text has. Anything that is common in the field itself counts little by its weight. */
const COMMON: ReadonlySet<string> = new Set(
  `
  about above after again all also an and any are as at be because been before being between both but by can could did
  do does doing down each few for from had has have having he her here how if in into is it its just like made make many
  may more most much must no nor not now of off on once one only or other our out over own same she should since so some
  such than that the their them then there these they this those through to too two under until up upon us use used very
  was we were what when where which while who whom whose why will with within without would you your
`
    .trim()
    .split(/\s+/),
);

/** The different words of a text, plurals as singulars; identifiers like CVE-2021-44228 stay whole. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2 && !COMMON.has(word)).map(singular));
}

const singular = (word: string) => (/[^s]s$/.test(word) && word.length > 4 ? word.slice(0, -1) : word);

/** The candidates that are most like `text`, the most alike first. */
export function findAlike<Place>(text: Told, candidates: readonly Candidate<Place>[]): Alike<Place>[] {
  const own = wordsOf(text.core);
  const others = candidates.map((candidate) => ({ candidate, words: wordsOf(candidate.core) }));
  const weigh = weights([own, ...others.map(({ words }) => words)]);
  return others
    .map(({ candidate: { place, title }, words }) => {
      const both = [...own].filter((word) => words.has(word));
      const share = total(both, weigh) / total([...new Set([...own, ...words])], weigh);
      const rarest = both.toSorted((a, b) => weigh(b) - weigh(a) || a.localeCompare(b));
      return { place, title, share, words: rarest.slice(0, MOST_WORDS) };
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_SHOWN);
}

/** The weight of a word: the logarithm of how many texts there are for each that has it. */
function weights(texts: readonly ReadonlySet<string>[]): (word: string) => number {
  const having = new Map<string, number>();
  for (const words of texts) for (const word of words) having.set(word, (having.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + texts.length / (having.get(word) ?? 1));
}

const total = (words: readonly string[], weigh: (word: string) => number) =>
  words.reduce((sum, word) => sum + weigh(word), 0);
