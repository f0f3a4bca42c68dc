/**
 * The files of the search, as the build writes them and the browser reads them. The catalog is loaded first and names all
 * others. Those, its parts, are named by their content, so that a browser may keep them for good.
 */
import { FIELD_NAMES, type Field, type Kind, type SearchDocument } from './documents.ts';
import { fromLetters } from './letters.ts';

export type Catalog = {
  /**
   * Documents are numbered from 0, kind after kind, and within a kind by the length of their text. For each kind, the
   * lengths of the fields in terms, as letters; those of the text as what each exceeds the one before.
   */
  kinds: ({ kind: Kind } & Record<Field, string>)[];
  /** Each part of the index, in the order of its terms. `from` is the beginning that only its terms and later ones have. */
  shards: { from: string[]; names: string[] };
  /** All terms, for words that are not typed from their beginning or not spelled like this. */
  vocabulary: string;
  /** The other names of things. */
  names: string;
  /** What is printed of the documents: the part `name-n` holds as many as the nth number says. */
  pages: { name: string; sizes: string };
};

/** Part: rows as `printRow` writes them. */
export type Shard = string[];
/** Part: terms in order, packed by `packTerms`. */
export type Vocabulary = string;
/** Part: the names of one thing each, as terms in order with a space between. */
export type Names = string[][];
/** Part: documents in order. */
export type Pages = SearchDocument[];

/** What is known of every document without loading it. */
export type Extent = {
  documents: number;
  /** In terms, by the number of the document. */
  lengths: Record<Field, number[]>;
  /** The first number of each kind, ascending. */
  starts: { kind: Kind; start: number }[];
};

export function extentOf({ kinds }: Pick<Catalog, 'kinds'>): Extent {
  const lengths: Record<Field, number[]> = { title: [], summary: [], text: [] };
  const starts = kinds.map(({ kind, ...packed }) => {
    const start = lengths.title.length;
    for (const field of FIELD_NAMES) lengths[field].push(...unpackLengths(field, packed[field]));
    return { kind, start };
  });
  return { documents: lengths.title.length, lengths, starts };
}

/** The kind of a document by its number. */
export const kindOf = ({ starts }: Extent, document: number): Kind | undefined =>
  starts.findLast(({ start }) => start <= document)?.kind;

function unpackLengths(field: Field, text: string): number[] {
  let length = 0;
  return fromLetters(text).map((value) => {
    length = field === 'text' ? length + value : value;
    return length;
  });
}
