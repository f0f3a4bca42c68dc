/** A flat table: columns in order, rows by the names of the columns. */
import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | undefined;
export type Table = { columns: readonly string[]; rows: readonly Record<string, Cell>[] };

/** A table whose every row has every column. */
export const tableOf = <const Column extends string>(
  columns: readonly Column[],
  rows: readonly Record<Column, Cell>[],
): Table => ({ columns, rows });

/** Several values in one cell. */
export const several = (values: readonly string[]) => values.join('; ');

/**
 * The table as CSV (RFC 4180), with a byte order mark, without which spreadsheets take UTF-8 for something else.
 * A cell that a spreadsheet would take for a formula begins with an apostrophe: words from outside must not compute.
 */
export const csvOf = ({ columns, rows }: Table): string =>
  stringify([...rows], {
    header: true,
    columns: [...columns],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
