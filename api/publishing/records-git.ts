/**
 * The history of the records folder, by the git of this machine but by none of its settings: no hooks, no signing, no
 * person's name, no time of day. Safe to repeat after a crash. One publisher at a time.
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A lock of this age was left by a git that was killed: ours take milliseconds, and nobody else writes here. */
const STALE_AFTER_MS = 10_000;
const RETRY_AFTER_MS = 250;

const NOBODY = { NAME: 'Patch Commons', EMAIL: 'records@patch-commons.invalid' };
const SETTINGS = [
  'core.hooksPath=/dev/null',
  'core.excludesFile=/dev/null',
  'core.attributesFile=/dev/null',
  'core.autocrlf=false',
  'core.fsync=all',
  'commit.gpgSign=false',
  // A packing process that lives on in the background would hold locks after we were told to stop.
  'gc.autoDetach=false',
  'maintenance.autoDetach=false',
].flatMap((setting) => ['-c', setting]);

/** How to commit: on which day, and what to say of a path that was written or removed. */
export type Committing = { day: Date; message: (file: string, removed: boolean) => string };

/** Commit those of `paths` that differ from the last commit, one commit each. Makes the repository at first use. */
export async function commitPaths(dir: string, paths: readonly string[], how: Committing): Promise<void> {
  await freeStaleLocks(dir);
  await makeRepository(dir);
  const changed = new Set(await listChanged(dir));
  for (const file of paths.filter((file) => changed.has(file))) await commitPath(dir, file, how);
}

async function commitPath(dir: string, file: string, { day, message }: Committing): Promise<void> {
  const removed = await fs.access(path.join(dir, file)).then(
    () => false,
    () => true,
  );
  const date = `${day.toISOString().slice(0, 10)}T00:00:00+00:00`;
  await git(dir, ['add', '--all', '--force', '--', file]);
  await git(
    dir,
    ['commit', '--quiet', '--no-verify', '--message', message(file, removed), '--only', '--', file],
    {
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    },
  );
}

/** Paths that differ from the last commit: changed, removed or never committed. */
async function listChanged(dir: string): Promise<string[]> {
  const lines = await git(dir, ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames']);
  // Two letters and a space, then the path as it is.
  return lines.split('\0').map((line) => line.slice(3));
}

async function makeRepository(dir: string): Promise<void> {
  const isOne = await git(dir, ['rev-parse', '--git-dir']).then(
    () => true,
    () => false,
  );
  // Repeating it completes a repository that was half made.
  if (!isOne) await git(dir, ['init', '--quiet', '--initial-branch=main', '--template=']);
}

/** Wait for a living git, and remove the lock of a dead one. */
async function freeStaleLocks(dir: string): Promise<void> {
  for (const lock of await listLocks(path.join(dir, '.git'))) {
    for (let age = await ageOf(lock); age !== undefined; age = await ageOf(lock)) {
      if (age >= STALE_AFTER_MS) await fs.rm(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    }
  }
}

async function listLocks(gitDir: string): Promise<string[]> {
  const refs = await fs.readdir(path.join(gitDir, 'refs'), { recursive: true }).catch(() => []);
  const names = ['index.lock', 'HEAD.lock', 'config.lock', ...refs.map((ref) => path.join('refs', ref))];
  return names.filter((name) => name.endsWith('.lock')).map((name) => path.join(gitDir, name));
}

/** Milliseconds since the file was written, by the clock of its file system; `undefined` once it is gone. */
async function ageOf(file: string): Promise<number | undefined> {
  const stats = await fs.stat(file).catch(() => undefined);
  return stats && Date.now() - stats.mtimeMs;
}

async function git(dir: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await run('git', [...SETTINGS, ...args], {
    cwd: dir,
    maxBuffer: 64 * 1024 * 1024,
    env: {
      PATH: process.env.PATH,
      LC_ALL: 'C',
      TZ: 'UTC',
      // Named outright, so that a repository around the folder is never taken for ours.
      GIT_DIR: path.join(path.resolve(dir), '.git'),
      ...(args[0] !== 'init' && { GIT_WORK_TREE: path.resolve(dir) }),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      GIT_AUTHOR_NAME: NOBODY.NAME,
      GIT_AUTHOR_EMAIL: NOBODY.EMAIL,
      GIT_COMMITTER_NAME: NOBODY.NAME,
      GIT_COMMITTER_EMAIL: NOBODY.EMAIL,
      ...env,
    },
  });
  return stdout;
}
