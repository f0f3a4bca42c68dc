/**
 * Migrates one database before the tests of a project, so that every test file starts from a copy of it: a dump to load
 * on the embedded engine, a template to copy on PostgreSQL.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type Database, openDb } from '#api/db/client.ts';
import { startJobs } from '#api/jobs.ts';

/** What the tests of a project start from. */
export type Origin =
  /** A file with the dump of a migrated database. */
  | { kind: 'embedded'; dump: string }
  /** A server's URL, and the name of a migrated database on it. */
  | { kind: 'postgres'; url: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    /** `TEST_DATABASE_URL`; absent where the project tests the embedded engine. */
    server: string | undefined;
    origin: Origin;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server } = project.getProvidedContext();
  const [origin, remove] = server ? await makeTemplate(server) : await makeDump();
  project.provide('origin', origin);
  return remove;
}

async function makeDump(): Promise<[Origin, () => Promise<void>]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-test-'));
  const dump = path.join(folder, 'dump.tar');
  const database = await openDb();
  await makeQueues(database);
  if (database.kind === 'embedded') {
    const tar = await database.client.dumpDataDir('none');
    fs.writeFileSync(dump, new Uint8Array(await tar.arrayBuffer()));
  }
  await database.close();
  return [{ kind: 'embedded', dump }, async () => fs.rmSync(folder, { recursive: true })];
}

async function makeTemplate(url: string): Promise<[Origin, () => Promise<void>]> {
  const template = `patch_commons_test_${randomBytes(4).toString('hex')}`;
  await onServer(url, `create database ${template}`);
  const database = await openDb({ url: databaseUrl(url, template) });
  await makeQueues(database);
  await database.close();
  return [{ kind: 'postgres', url, template }, () => onServer(url, `drop database ${template} with (force)`)];
}

async function makeQueues(database: Database): Promise<void> {
  const jobs = await startJobs(database, (problem) => console.error(problem));
  await jobs.stop();
}

/** Run one statement in the database that `url` names. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** The URL of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
