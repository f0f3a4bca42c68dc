/**
 * How text becomes search terms, the same for the index at build time and for the words that somebody types.
 * Words are runs of letters and digits; a CVE id is one term, and each of its numbers another.
 */
import lunr from 'lunr';

export type Term = { text: string; start: number; end: number };

const WORD = /cve-\d{4}-\d{4,}|[\p{L}\p{N}]+/giu;

/** Words with their places in the text, in lower case and not yet stemmed. */
export const words = (text: string): Term[] =>
  [...text.matchAll(WORD)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** A word and, of a CVE id, its parts. */
export const partsOf = (word: string): string[] =>
  word.startsWith('cve-') ? [word, ...word.split('-')] : [word];

export const stemmed = (word: string): string => lunr.stemmer(new lunr.Token(word, {})).toString();

/** What lunr calls for every field of every document. */
export const tokenize = (text: unknown): lunr.Token[] =>
  words(String(text ?? ''))
    .flatMap(({ text: word }) => partsOf(word))
    .map((part) => new lunr.Token(part, {}));

/**
 * lunr takes two sets of terms for equal if their descriptions are, and leaves out the mark between a letter and a
 * number: with digits in the terms, as in CVE ids, that loses terms. To be called before an index is built or loaded.
 */
export function mendTokenSets(): void {
  lunr.TokenSet.prototype.toString = function describe(this: Described) {
    this._str ??= Object.keys(this.edges)
      .sort()
      .reduce((text, label) => `${text}${label}:${this.edges[label]?.id};`, this.final ? '1' : '0');
    return this._str;
  };
}

type Described = { _str?: string; final: boolean; edges: Record<string, { id: number } | undefined> };
