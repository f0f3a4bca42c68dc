/**
 * The database: PostgreSQL where a URL is given, the embedded engine in a folder, or in memory for tests. One dialect
 * for all three. Nothing above `api/db/` knows which of them runs.
 */
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle as overPg } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as overPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { openDurable } from './durable-folder.ts';
import { SingleConnection } from './single-connection.ts';
import * as schema from './tables.ts';

/** What both drivers answer to `execute`. */
type Answer<Row> = { rows: Row[] };
interface AnswerHKT extends PgQueryResultHKT {
  type: Answer<this['row']>;
}

/** A database or an open transaction, on either engine. Functions that read or write take it first. */
export type Db = PgDatabase<AnswerHKT, typeof schema>;

export type Database = { db: Db; close: () => Promise<void> } & (
  | { kind: 'postgres'; url: string }
  | { kind: 'embedded'; client: SingleConnection }
);

/** PostgreSQL did not answer or did not let us in. The message is one line that says what to do. */
export class DatabaseUnreachable extends Error {
  override name = 'DatabaseUnreachable';
}

const casing = 'snake_case';
const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number that nothing else in this database locks. */
const MIGRATION_LOCK = 20_191_018;

/**
 * Open the database and bring its tables up to date.
 * `url` wins over `dir`; with neither it lives in memory, from `snapshot` (PGlite's `dumpDataDir`) if one is given.
 * Throws `DatabaseUnreachable` or `FolderInUse`.
 */
export async function openDb(where: { url?: string; dir?: string; snapshot?: Blob } = {}): Promise<Database> {
  if (where.url !== undefined) return openPostgres(where.url);
  if (where.dir !== undefined) {
    const { client, close } = await openDurable(where.dir);
    return openEmbedded(client, close);
  }
  const client = new SingleConnection(where.snapshot ? { loadDataDir: where.snapshot } : {});
  await client.waitReady;
  return openEmbedded(client, () => client.close());
}

async function openEmbedded(client: SingleConnection, close: () => Promise<void>): Promise<Database> {
  const db = overPglite(client, { schema, casing });
  try {
    await migratePglite(db, { migrationsFolder });
  } catch (error) {
    await close();
    throw error;
  }
  return { kind: 'embedded', db, client, close };
}

async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  // The pool has dropped that connection already and opens another when one is asked for; unheard, the event would end
  // the process.
  pool.on('error', () => {});
  try {
    await migrateAlone(pool, url);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { kind: 'postgres', db: overPg(pool, { schema, casing }), url, close: () => pool.end() };
}

/** Migrate while other processes that start at the same time wait: drizzle itself takes no lock. */
async function migrateAlone(pool: pg.Pool, url: string): Promise<void> {
  const connection = await pool.connect().catch((error: unknown) => {
    throw new DatabaseUnreachable(unreachable(url, error), { cause: error });
  });
  const db = overPg(connection, { schema, casing });
  try {
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await migratePg(db, { migrationsFolder });
  } finally {
    // Destroyed, not given back: the lock belongs to the connection and ends with it.
    connection.release(true);
  }
}

/** Name the server without the password that its URL may hold. */
function unreachable(url: string, error: unknown): string {
  const server = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : 'that address';
  return `Cannot use the PostgreSQL at ${server}: ${reason(error)}. Start it, correct DATABASE_URL, or unset DATABASE_URL to use the embedded database.`;
}

/** The driver's words; for a name with several addresses they are in the parts of an AggregateError. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join(', ');
  return error instanceof Error ? error.message : String(error);
}
