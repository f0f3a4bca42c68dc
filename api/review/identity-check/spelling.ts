/** A name as a pattern for folded text: letter for letter, or written out without marks, with whatever people put between words. */
import type { IdentityKind } from '#schemas/identity-finding.ts';
import { folded, foldedLetter } from './folding.ts';
import { before, beginsSentence, type Detector, fitted, inAddress, type Match } from './matches.ts';

/** Whether what was found counts as a name, by the place in the text as it was typed. */
export type Counts = (text: string, start: number, end: number) => boolean;
export type Spelling = { pattern: string; counts: Counts };

export const always: Counts = () => true;
export const capitalised: Counts = (text, start) => /^\p{Lu}/u.test(text.slice(start, start + 2));
export const inCapitals: Counts = (text, start, end) => !/\p{Ll}/u.test(text.slice(start, end));
/** At the beginning of a sentence every word has a capital. */
export const withinSentence: Counts = (text, start, end) =>
  capitalised(text, start, end) && !beginsSentence(text, start);
/** Three capitals are an abbreviation rather than a short name. */
export const notAbbreviated: Counts = (text, start, end) =>
  capitalised(text, start, end) && (end - start > 3 || !inCapitals(text, start, end));

/** Find names by their spellings. `phrase` takes their place. */
export function named(kind: IdentityKind, spellings: readonly Spelling[], phrase: string): Detector {
  const patterns = [...Map.groupBy(spellings, ({ counts }) => counts)].map(([counts, alike]) => ({
    counts,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${longestFirst(alike).join('|')})(?![\p{L}\p{N}])`,
      'gu',
    ),
  }));
  return (text) => {
    const plain = folded(text);
    return patterns.flatMap(({ pattern, counts }) =>
      [...plain.matchAll(pattern)]
        .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
        .filter(({ start, end }) => counts(text, start, end))
        .map(({ start, end }) => replaced(kind, text, start, end, phrase)),
    );
  };
}

const longestFirst = (spellings: readonly Spelling[]) =>
  [...new Set(spellings.map(({ pattern }) => pattern))].sort((a, b) => b.length - a.length);

/** “the Example Authority” loses its article with its name; within an address words are joined by hyphens. */
function replaced(kind: IdentityKind, text: string, start: number, end: number, phrase: string): Match {
  if (/[\w./@-]$/.test(before(text, start)) || inAddress(text, start, end))
    return { kind, start, end, proposal: phrase.replaceAll(' ', '-') };
  const article = /\bthe\s$/i.exec(before(text, start))?.[0].length ?? 0;
  return { kind, start: start - article, end, proposal: fitted(text, start - article, phrase) };
}

/** Letters and digits alone. */
export const plain = (word: string) => folded(word).replace(/[^\p{L}\p{N}]/gu, '');

const BETWEEN = String.raw`[\s.,&'_/–-]{0,3}`;
const AND = '(?:and|und|et|y|e|&|\\+)';

/** Words one after another. */
export const joined = (words: readonly string[]) =>
  words.map((word) => (/^(?:&|\+|and|und|et|y)$/i.test(word) ? AND : spelled(word))).join(BETWEEN);

export const spelled = (word: string) => [...word.normalize('NFC')].map(spelledLetter).join('');

const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

function spelledLetter(letter: string): string {
  if (/['’ʼ‘]/.test(letter)) return "'?";
  if (/[.,–-]/.test(letter)) return String.raw`[\s.,–-]?`;
  const fold = foldedLetter(letter).replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const out = WRITTEN_OUT[letter.toLowerCase()];
  return out === undefined ? fold : `(?:${fold}|${out})`;
}
