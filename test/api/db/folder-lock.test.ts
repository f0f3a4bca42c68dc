import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FolderInUse, holdFolder } from '#api/db/folder-lock.ts';
import { startChild } from '#test/support/child.ts';
import { temporaryFolder } from '#test/support/folder.ts';

const HOLD = 'api/db/processes/hold-folder.ts';
const OPEN = 'api/db/processes/open-database.ts';

test('a second process is told in one line what to do', async () => {
  const dir = temporaryFolder();
  const release = holdFolder(dir);

  const second = startChild(OPEN, dir);
  await second.ends();

  expect(second.printed()).toBe(
    `FolderInUse: Another process is using ${dir}. Stop it, or set DATABASE_URL so that both can share one PostgreSQL.\n`,
  );
  release();
});

test('the same process cannot open the folder twice', () => {
  const dir = temporaryFolder();
  const release = holdFolder(dir);

  expect(() => holdFolder(dir)).toThrow(FolderInUse);

  release();
  holdFolder(dir)();
});

test('the lock of a killed process is free at once, because the kernel drops it', async () => {
  const dir = temporaryFolder();
  const holder = startChild(HOLD, dir);
  await holder.prints('held');
  expect(() => holdFolder(dir)).toThrow(FolderInUse);

  await holder.kill();

  holdFolder(dir)();
});

test('a holder that is too busy to answer keeps its lock', async () => {
  const dir = temporaryFolder();
  await startChild(HOLD, dir, 'busy').prints('held');
  await setTimeout(2_000);

  expect(() => holdFolder(dir)).toThrow(FolderInUse);
});

test('of several that start at once, one gets the folder', async () => {
  const dir = temporaryFolder();
  const processes = Array.from({ length: 4 }, () => startChild(HOLD, dir));
  await Promise.all(processes.map((each) => Promise.race([each.prints('held'), each.ends()])));

  expect(processes.map((each) => each.printed().includes('held')).filter(Boolean)).toHaveLength(1);
});
