/**
 * The weight of a term in a field, as lunr 2.3.9 works it out when it builds a whole index: BM25, times the boost of the
 * field, to three decimals. The operations stand in lunr's order, so that the results are the same to the last bit.
 */
import type { Extent } from './catalog.ts';
import { FIELD_NAMES, FIELDS, type Field } from './documents.ts';
import type { Row } from './rows.ts';

/** Weighs a row; the function that it gives takes how many times the term stands in a field of a document. */
export type Score = (row: Row) => (field: Field, document: number, times: number) => number;

/** lunr's own defaults. */
const K1 = 1.2;
const B = 0.75;

export function scorer({ documents, lengths }: Extent): Score {
  const mean = (field: Field) => lengths[field].reduce((sum, length) => sum + length, 0) / documents;
  const means = { title: mean('title'), summary: mean('summary'), text: mean('text') };
  return (row) => {
    const rarity = rarityOf(row, documents);
    return (field, document, times) => {
      const length = lengths[field][document] ?? 0;
      let score = (rarity * ((K1 + 1) * times)) / (K1 * (1 - B + B * (length / means[field])) + times);
      score *= FIELDS[field];
      return Math.round(score * 1000) / 1000;
    };
  };
}

/** lunr counts a document once for each field that holds the term, and so may count more than there are. */
function rarityOf(row: Row, documents: number): number {
  const holding = FIELD_NAMES.reduce((sum, field) => sum + row[field].size, 0);
  return Math.log(1 + Math.abs((documents - holding + 0.5) / (holding + 0.5)));
}
