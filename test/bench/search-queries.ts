/** Queries to measure with: words that stand in one document, and in enough others to fill a list. */
import { fieldsOf, type SearchDocument } from '#site/search/documents.ts';
import { isCommon } from '#site/search/terms.ts';
import { numbersFrom } from './search-corpus.ts';

/** By how many words they have. */
export type Queries = Record<1 | 2, string[]>;

/** Draw `count` queries of each length whose words, spelled as they are, stand together in `least` documents or more. */
export function drawQueries(documents: readonly SearchDocument[], count: number, least: number): Queries {
  const random = numbersFrom(documents.length);
  const words = documents.map((document) => [...new Set(fieldsOf(document).text.match(/\b[a-z]{4,}\b/g))]);
  const holding = holdersOf(words);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

  const draw = (length: 1 | 2): string[] => {
    const queries = new Set<string>();
    while (queries.size < count) {
      const held = pick(words).filter((word) => !isCommon(word));
      if (held.length < length) continue;
      const drawn = Array.from({ length }, () => pick(held));
      const [first = [], second = first] = drawn.map((word) => [...(holding.get(word) ?? [])]);
      const together = new Set(second);
      const found = first.filter((number) => together.has(number)).length;
      if (new Set(drawn).size === length && found >= least) queries.add(drawn.join(' '));
    }
    return [...queries];
  };
  return { 1: draw(1), 2: draw(2) };
}

/** The numbers of the documents that hold each word. */
function holdersOf(words: readonly (readonly string[])[]): Map<string, Set<number>> {
  const holders = new Map<string, Set<number>>();
  for (const [number, held] of words.entries())
    for (const word of held) holders.set(word, (holders.get(word) ?? new Set()).add(number));
  return holders;
}
