/**
 * The rows of the index. A row is a term, written as how much of it is that of the row before (a capital, `A` for nothing)
 * and the rest, then its documents in each field, with spaces between: `Cary C2A  B`. Terms hold no capitals.
 */
import { FIELD_NAMES, type Field } from './documents.ts';
import { fromLetters, type Occurrences, packOccurrences, toLetters, unpackOccurrences } from './letters.ts';

export type Row = { term: string } & Record<Field, Occurrences>;
export type PackedRow = { term: string; documents: string };

/** More of the beginning than this is written again: one capital must do. */
const MOST_SHARED = 25;

export const packRow = (row: Row): PackedRow => ({
  term: row.term,
  documents: FIELD_NAMES.map((field) => packOccurrences(row[field])).join(' '),
});

/** `before`: the term of the row before. */
export const printRow = ({ term, documents }: PackedRow, before: string): string =>
  `${packTerm(term, before)} ${documents}`;

/** The rows of one part, in order, with their documents still packed: most are not asked for. */
export function unpackRows(rows: readonly string[]): PackedRow[] {
  let before = '';
  return rows.map((row) => {
    const end = row.indexOf(' ');
    before = unpackTerm(row.slice(0, end), before);
    return { term: before, documents: row.slice(end + 1) };
  });
}

export function unpackRow({ term, documents }: PackedRow): Row {
  const [title = '', summary = '', text = ''] = documents.split(' ');
  return {
    term,
    title: unpackOccurrences(title),
    summary: unpackOccurrences(summary),
    text: unpackOccurrences(text),
  };
}

export const packTerms = (terms: readonly string[]): string =>
  terms.map((term, index) => packTerm(term, terms[index - 1] ?? '')).join('');

export function unpackTerms(text: string): string[] {
  let before = '';
  return (text.match(/[A-Z][^A-Z]*/g) ?? []).map((packed) => {
    before = unpackTerm(packed, before);
    return before;
  });
}

function packTerm(term: string, before: string): string {
  const most = Math.min(MOST_SHARED, term.length, before.length);
  let shared = 0;
  while (shared < most && term[shared] === before[shared]) shared += 1;
  return toLetters(shared) + term.slice(shared);
}

const unpackTerm = (packed: string, before: string): string =>
  before.slice(0, fromLetters(packed.slice(0, 1))[0] ?? 0) + packed.slice(1);
