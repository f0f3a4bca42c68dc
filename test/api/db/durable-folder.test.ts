import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { test as base, expect, onTestFinished, vi } from 'vitest';
import { openDb } from '#api/db/client.ts';
import { publishings } from '#api/db/tables.ts';
import { temporaryFolder } from '#test/support/folder.ts';

// The first start takes seconds, on a busy machine many.
vi.setConfig({ testTimeout: 60_000 });

/** Watch which files reach the disk. The calls go through. */
function watchFsync(): { reached: string[]; stop: () => void } {
  const fsync = fs.fsyncSync;
  const reached: string[] = [];
  const spy = vi.spyOn(fs, 'fsyncSync').mockImplementation((descriptor) => {
    reached.push(fs.readlinkSync(`/proc/self/fd/${descriptor}`));
    fsync(descriptor);
  });
  return { reached, stop: () => spy.mockRestore() };
}

/** Start once in a new folder where an earlier first start was killed, and close again. */
async function startFirst(dir: string) {
  const unfinished = path.join(dir, 'pg.new');
  fs.mkdirSync(unfinished);
  fs.writeFileSync(path.join(unfinished, 'PG_VERSION'), '17\n');

  const { reached, stop } = watchFsync();
  const rename = fs.renameSync;
  const whenNamed: { files: string[]; reached: Set<string> }[] = [];
  const renames = vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    if (from === unfinished) {
      const files = fs.readdirSync(unfinished, { recursive: true, encoding: 'utf8' });
      whenNamed.push({ files: files.map((file) => path.join(unfinished, file)), reached: new Set(reached) });
    }
    rename(from, to);
  });
  const { close } = await openDb({ dir });
  await close();
  renames.mockRestore();
  stop();
  return { dir, whenNamed, reached };
}

const test = base
  // One for all: a first start takes seconds.
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads here which fixtures this one needs
  .extend('firstStart', { scope: 'file' }, async ({}, { onCleanup }) => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-'));
    onCleanup(() => fs.rmSync(dir, { recursive: true }));
    return startFirst(dir);
  })
  /** A copy of a folder that was started before. */
  .extend('dir', async ({ firstStart }) => {
    const dir = temporaryFolder();
    fs.cpSync(firstStart.dir, dir, { recursive: true });
    return dir;
  });

/** A row of a table that is logged. That of the limits is not: a count is worth no fsync. */
const rowOf = (build: string) => ({ id: crypto.randomUUID(), startedAt: new Date(), build });

async function openIn(dir: string) {
  const database = await openDb({ dir });
  onTestFinished(() => database.close());
  return database;
}

test('a first start is on disk, every file of it, before the database has its name', ({ firstStart }) => {
  const [{ files, reached } = { files: [], reached: new Set() }] = firstStart.whenNamed;

  expect(files.length).toBeGreaterThan(900);
  expect(files.filter((file) => !reached.has(file))).toEqual([]);
});

test('the name itself and the migrations of a first start are on disk', ({ firstStart }) => {
  const { dir, reached } = firstStart;

  expect(reached).toContain(dir);
  expect(reached).toContain(path.dirname(dir));
  expect(reached.some((file) => file.startsWith(path.join(dir, 'pg', 'pg_wal')))).toBe(true);
});

test('what an earlier first start left unfinished is gone', ({ firstStart }) => {
  expect(fs.readdirSync(firstStart.dir).sort()).toEqual(['lock.sqlite', 'pg']);
});

test('every commit is one fsync of the log, and a read is none', async ({ dir }) => {
  const { db } = await openIn(dir);
  const { reached, stop } = watchFsync();
  onTestFinished(stop);

  for (let i = 0; i < 100; i++) await db.insert(publishings).values(rowOf(String(i)));
  await db.select().from(publishings);

  expect(reached).toHaveLength(100);
  expect(reached.every((file) => file.includes('/pg_wal/'))).toBe(true);
});

// biome-ignore format: a table is read by column
const SETTINGS = [
  ['fsync', 'on'], ['wal_sync_method', 'fsync'], ['synchronous_commit', 'on'], ['full_page_writes', 'on'],
] as const;

test('the engine runs with the settings that durability rests on', async ({ dir }) => {
  const { db } = await openIn(dir);

  for (const [setting, value] of SETTINGS) {
    const { rows } = await db.execute(sql`select current_setting(${setting}) as value`);
    expect([setting, rows]).toEqual([setting, [{ value }]]);
  }
});

test('a commit whose fsync fails is not acknowledged', async ({ dir }) => {
  const { db } = await openDb({ dir });
  const spy = vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
  });
  onTestFinished(() => spy.mockRestore());

  await expect(db.insert(publishings).values(rowOf('lost'))).rejects.toThrow();
});

test('closing lets go of the folder, and the next start finds what was written', async ({ dir }) => {
  const first = await openDb({ dir });
  await first.db.insert(publishings).values(rowOf('kept'));
  await first.close();

  const second = await openIn(dir);

  expect(await second.db.select({ build: publishings.build }).from(publishings)).toEqual([{ build: 'kept' }]);
});
