/**
 * One process at a time in a data folder. The lock is the kernel's, taken through SQLite: it cannot be stolen from a
 * process that is merely busy, and it is free the moment its holder ends, however it ends.
 * Nothing else in this process may open `lock.sqlite`: closing any other handle on it would drop the lock.
 */
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process holds the data folder. The message is one line that says what to do. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';

  constructor(dir: string) {
    super(
      `Another process is using ${dir}. Stop it, or set DATABASE_URL so that both can share one PostgreSQL.`,
    );
  }
}

/** A folder cannot be made or written to. The message is one line that says what to do. */
export class FolderUnusable extends Error {
  override name = 'FolderUnusable';

  constructor(dir: string, cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    super(
      `${dir} cannot be used as a folder to write to${code}. Name another, or let this user write there.`,
      {
        cause,
      },
    );
  }
}

/** SQLITE_BUSY, the code of a lock that somebody else holds. https://www.sqlite.org/rescode.html#busy */
const BUSY = 5;

// A lock that nothing refers to is collected as garbage, and then the folder is free for anyone.
const held = new Set<DatabaseSync>();

/** Make `dir` if need be. Throws `FolderUnusable` where it is no folder or one that this user cannot write to. */
export function makeFolder(dir: string): void {
  try {
    fs.mkdirSync(dir, { recursive: true });
    fs.accessSync(dir, fs.constants.W_OK | fs.constants.X_OK);
  } catch (error) {
    throw new FolderUnusable(dir, error);
  }
}

/**
 * Hold `dir` for this process, making it if need be. Call the answer to let go.
 * Throws `FolderInUse` at once when somebody holds it, never waiting, and `FolderUnusable`.
 */
export function holdFolder(dir: string): () => void {
  makeFolder(dir);
  const lock = lockIn(dir);
  held.add(lock);
  return () => {
    if (held.delete(lock)) lock.close();
  };
}

function lockIn(dir: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(path.join(dir, 'lock.sqlite'), { timeout: 0 });
    // With its journal in memory the lock leaves nothing to roll back after a kill.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    throw isBusy(error) ? new FolderInUse(dir) : new FolderUnusable(dir, error);
  }
}

const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === BUSY;
