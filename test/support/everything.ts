/** All that a commons keeps, to look for what must not be in it. */
import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import type { Db } from '#api/db/client.ts';

/** Every value of every row of every table, jobs included, as text. */
export async function everyRow(db: Db): Promise<string> {
  const { rows: tables } = await db.execute<{ name: string }>(
    sql`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  );
  const dumps = await Promise.all(
    tables.map(
      async ({ name }) =>
        (await db.execute<{ row: string }>(sql.raw(`select t::text as row from ${name} t`))).rows,
    ),
  );
  return dumps
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

/** The bytes of every file under a folder, by path. */
export const everyFile = (folder: string): Map<string, Buffer> =>
  new Map(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [file, fs.readFileSync(file)]),
  );
