/** Inserts of many rows by one parameter. */
import { getTableName, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/**
 * Insert rows as JSON. With a parameter for each cell, fifty rows are a thousand parameters, and preparing the statement
 * costs more than storing the rows. A column that no row has keeps its default; where some have it, the others get null.
 */
export function insertRows<Table extends PgTable>(
  table: Table,
  rows: readonly InferInsertModel<Table>[],
): SQL {
  const stored = rows.map(asStored);
  const names = [...new Set(stored.flatMap((row) => Object.keys(row)))];
  const columns = sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );
  const into = sql.identifier(getTableName(table));
  const read = sql`json_populate_recordset(null::${into}, ${JSON.stringify(stored)})`;
  return sql`insert into ${into} (${columns}) select ${columns} from ${read}`;
}

/** A row under the names of its columns, bytes as PostgreSQL writes them. */
const asStored = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [snakeCase(key), value instanceof Uint8Array ? toHex(value) : value]),
  );

const snakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const toHex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`;
