/**
 * How text becomes search terms, the same for the index at build time and for the words that somebody types.
 * Words are runs of letters and digits; a CVE id is one term, and each of its numbers another. Words that every text
 * holds are no terms.
 */
import lunr from 'lunr';

/** A word in lower case and not stemmed, with its place in the text. */
export type Word = { text: string; start: number; end: number };

const WORD = /cve-\d{4}-\d{4,}|[\p{L}\p{N}]+/giu;

export const words = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** A word and, of a CVE id, its parts. */
export const partsOf = (word: string): string[] =>
  word.startsWith('cve-') ? [word, ...word.split('-')] : [word];

/** The stem of a word, and whether it is too common to be looked for, by lunr's list. */
type Known = { stem: string; common: boolean };

const known = new Map<string, Known>();

/** Worked out once for each word: a site has a hundred times as many words as different ones. */
function know(word: string): Known {
  const before = known.get(word);
  if (before) return before;
  const token = new lunr.Token(word, {});
  const common = lunr.stopWordFilter(token) === undefined;
  const now = { common, stem: lunr.stemmer(token).toString() };
  known.set(word, now);
  return now;
}

export const stemmed = (word: string): string => know(word).stem;

export const isCommon = (word: string): boolean => know(word).common;

/** The terms that stand for a text in the index, in its order. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const match of text.match(WORD) ?? []) {
    const word = match.toLowerCase();
    if (!isCommon(word)) for (const part of partsOf(word)) terms.push(stemmed(part));
  }
  return terms;
}
