/**
 * What somebody types, read as a query. Plain words are the rule; who knows lunr's signs may use them: `+must`, `-not`,
 * `title:word`, `begin*`, `mispeled~1`, `word^5`. What cannot be read so is read as plain words.
 */
import lunr from 'lunr';
import { FIELD_NAMES } from './documents.ts';
import type { Clause } from './lunr-sets.ts';
import { isCommon, words } from './terms.ts';

export type Typed =
  /** `unfinished`: the last word may go on. */
  { as: 'words'; words: string[]; unfinished: boolean } | { as: 'clauses'; clauses: Clause[] };

/** A beginning shorter than this stands for too much, and a shorter word has too many neighbours. */
export const LEAST_LETTERS = 3;
/** Enough for a sentence; each may cost a request. */
const MOST_WORDS = 12;
const MOST_LETTERS = 60;
const SIGNS = new RegExp(`(^|\\s)[+-]\\S|\\*|\\S[~^]\\d|(^|\\s)[+-]?(${FIELD_NAMES.join('|')}):\\S`, 'i');

/** As the library has them; its published types leave them out. */
const { QueryLexer, QueryParser } = lunr as unknown as {
  QueryLexer: { termSeparator: RegExp };
  QueryParser: new (text: string, query: lunr.Query) => { parse(): void };
};
// lunr's own takes a hyphen for a gap, so that a CVE id would be three words.
QueryLexer.termSeparator = /\s/;

export function readTyped(text: string): Typed {
  const clauses = SIGNS.test(text) ? readClauses(text) : [];
  if (clauses.length > 0) return { as: 'clauses', clauses };
  return { as: 'words', words: plainWords(text), unfinished: /[\p{L}\p{N}]$/u.test(text) };
}

const plainWords = (text: string): string[] =>
  words(text)
    .map((word) => word.text)
    .filter((word) => !isCommon(word) && word.length <= MOST_LETTERS)
    .slice(0, MOST_WORDS);

/** Nothing where lunr cannot read it. */
function readClauses(text: string): Clause[] {
  const query = new lunr.Query([...FIELD_NAMES]);
  try {
    new QueryParser(text, query).parse();
  } catch {
    return [];
  }
  return (query.clauses as Clause[]).flatMap(cleaned).slice(0, MOST_WORDS);
}

/** A clause as the index knows words: split where the index splits, and no broader than it can answer. */
function cleaned({ editDistance, ...clause }: Clause): Clause[] {
  const letters = clause.term.replaceAll('*', '').length;
  const isWild = clause.term.includes('*') && letters >= LEAST_LETTERS && letters <= MOST_LETTERS;
  if (isWild) return [clause];
  return plainWords(clause.term).map((term) => ({
    ...clause,
    term,
    usePipeline: true,
    ...(editDistance && term.length > LEAST_LETTERS && { editDistance: 1 }),
  }));
}
