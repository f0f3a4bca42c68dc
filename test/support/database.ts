/**
 * `test` with a migrated, empty database: `test('…', async ({ db }) => …)`. The same file runs on the embedded engine
 * and, where TEST_DATABASE_URL is set, on PostgreSQL too (two projects of vitest.config.ts). Each worker has a database of its
 * own, which is emptied before each test.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { sql } from 'drizzle-orm';
import { inject, test as plain } from 'vitest';
import { type Database, type Db, openDb } from '#api/db/client.ts';
import { startJobs } from '#api/jobs.ts';
import { databaseUrl, onServer } from './global-setup.ts';

export const test = plain
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads here which fixtures this one needs
  .extend('database', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const { database, remove } = await copyOfOrigin();
    onCleanup(remove);
    return database;
  })
  .extend('db', async ({ database }) => {
    await empty(database.db);
    return database.db;
  })
  // One for all files of a worker: jobs can be sent and looked at. To have them done, a test calls `startJobs` for itself.
  .extend('jobs', { scope: 'worker' }, async ({ database }, { onCleanup }) => {
    const jobs = await startJobs(database, console.error);
    onCleanup(() => jobs.stop());
    return jobs;
  });

async function copyOfOrigin(): Promise<{ database: Database; remove: () => Promise<void> }> {
  const origin = inject('origin');
  if (origin.kind === 'embedded') {
    const database = await openDb({ snapshot: new Blob([fs.readFileSync(origin.dump)]) });
    return { database, remove: database.close };
  }
  const { url, template } = origin;
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  await onServer(url, `create database ${name} template ${template}`);
  const database = await openDb({ url: databaseUrl(url, name) });
  const remove = async () => {
    await database.close();
    await onServer(url, `drop database ${name} with (force)`);
  };
  return { database, remove };
}

/** Delete every row of our tables and every job. */
async function empty(db: Db): Promise<void> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  await db.execute(sql.raw(`truncate ${rows.map(({ name }) => name).join(', ')} restart identity cascade`));
  await db.execute(sql`delete from pgboss.job`);
}
