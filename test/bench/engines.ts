/** The databases that measurements run on: embedded in a folder, and on a PostgreSQL server where there is one. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Database, openDb } from '#api/db/client.ts';
import { databaseUrl, onServer } from '#test/support/global-setup.ts';

export type Engine = 'embedded' | 'PostgreSQL';
/** Makes a new, empty database. Whoever asks for it closes it. */
export type OpenDatabase = () => Promise<Database>;
type Measure<T> = (engine: Engine, open: OpenDatabase, folder: string) => Promise<T>;

/** Measure on the embedded engine, and on PostgreSQL where `server` names one. Nothing of it stays. */
export async function onEachEngine<T>(server: string | undefined, measure: Measure<T>): Promise<T[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-bench-'));
  try {
    const embedded = await measure('embedded', () => openDb({ dir: path.join(folder, newName()) }), folder);
    return server ? [embedded, await onPostgres(server, folder, measure)] : [embedded];
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

async function onPostgres<T>(server: string, folder: string, measure: Measure<T>): Promise<T> {
  const names: string[] = [];
  try {
    const open = async () => {
      const name = newName();
      await onServer(server, `create database ${name}`);
      names.push(name);
      return openDb({ url: databaseUrl(server, name) });
    };
    return await measure('PostgreSQL', open, folder);
  } finally {
    for (const name of names) await onServer(server, `drop database ${name} with (force)`);
  }
}

const newName = () => `patch_commons_bench_${randomBytes(4).toString('hex')}`;
