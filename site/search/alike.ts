/** Finding what tells of the same as a text does, while it is being written. */
import { type Result, toResult } from './find.ts';
import type { SplitIndex } from './split-index.ts';
import { isCommon, stemmed, words } from './terms.ts';

/** Words that are looked for: the newest, since somebody who writes is there now. Each may cost a file. */
const MOST = 16;
const LEAST_LETTERS = 4;
/** With one word in common, everything is alike. */
export const LEAST_SHARED = 3;

/** The words of a text that tell what it is about, each once, the newest first. */
export function tellingWords(text: string): string[] {
  const seen = new Set<string>();
  const telling = words(text)
    .reverse()
    .filter(({ text: word }) => {
      const term = stemmed(word);
      if (word.length < LEAST_LETTERS || isCommon(word) || /^\d+$/.test(word) || seen.has(term)) return false;
      seen.add(term);
      return true;
    });
  return telling.slice(0, MOST).map(({ text: word }) => word);
}

/** The function that it gives rejects only where a part of the index cannot be loaded. */
export function openAlike({ query }: Pick<SplitIndex, 'query'>): (text: string) => Promise<Result[]> {
  return async (text) => {
    const telling = tellingWords(text);
    if (telling.length < LEAST_SHARED) return [];
    const results = await query(telling.map((term) => ({ term })));
    return results.map(toResult).filter(({ terms }) => terms.length >= LEAST_SHARED);
  };
}
