/** The decision tables of SSVC as they lie in `content/timelines/ssvc/`. They sort; no date follows from them. Pure. */
import { TABLE_COLUMNS } from '#schemas/timeline.ts';

type Table = keyof typeof TABLE_COLUMNS;

/**
 * Rows of a table by their number, each with our names for its columns. The heading of the file is left out. Values hold
 * no commas and no quotes.
 */
export function decisionRows(table: Table, csv: string): Record<string, Record<string, string>> {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  return Object.fromEntries(
    lines.map((line) => {
      const [row = '', ...values] = line.split(',');
      return [
        row,
        Object.fromEntries(TABLE_COLUMNS[table].map((column, index) => [column, values[index] ?? ''])),
      ];
    }),
  );
}

/** Distinct values of a column in the order of their first row. */
export const valuesOf = <Row, Column extends keyof Row>(
  rows: readonly Row[],
  column: Column,
): Row[Column][] => [...new Set(rows.map((row) => row[column]))];
