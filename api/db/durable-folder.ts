/**
 * PGlite in a folder, with PostgreSQL's own durability: what is acknowledged has reached the disk.
 * PGlite alone starts with fsync off, and its fsync does nothing.
 */
import fs from 'node:fs';
import path from 'node:path';
import { PGlite, type PGliteOptions, type postgresMod } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { holdFolder } from './folder-lock.ts';
import { SingleConnection } from './single-connection.ts';

type Module = Partial<postgresMod.PostgresMod>;
/** The part of Emscripten's node file system that takes the place of a system call. */
type HostFiles = { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } };

/** EIO in the numbering of WebAssembly's system interface. PostgreSQL panics on it, as it must. */
const EIO = 29;

/** A folder of the host whose fsync reaches the disk. */
class DurableFolder extends NodeFS {
  override async init(client: PGlite, options: Module): Promise<{ emscriptenOpts: Module }> {
    const { emscriptenOpts } = await super.init(client, options);
    const preRun = [...(emscriptenOpts.preRun ?? []), passFsyncOn];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

function passFsyncOn(module: unknown): void {
  const { NODEFS } = module as HostFiles;
  NODEFS.stream_ops.fsync = ({ nfd }) => {
    try {
      fs.fsyncSync(nfd);
      return 0;
    } catch {
      return EIO;
    }
  };
}

// -F turns fsync off. fdatasync, the default on Linux, is a system call that PGlite leaves empty.
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

const options = (root: string): PGliteOptions => ({ fs: new DurableFolder(root), startParams });

/**
 * Open the database in `dir/pg` for this process alone, making it at the first start.
 * Throws `FolderInUse` or `FolderUnusable`. `close` lets go of the folder too.
 */
export async function openDurable(
  dir: string,
): Promise<{ client: SingleConnection; close: () => Promise<void> }> {
  const release = holdFolder(dir);
  try {
    const root = path.join(dir, 'pg');
    if (!fs.existsSync(root)) await create(root);
    const client = new SingleConnection(options(root));
    await client.waitReady;
    return { client, close: () => client.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Make an empty database at `root`. It appears there whole and on disk, or not at all: PGlite copies a new database
 * file by file, without fsync, and would take half a copy for a database.
 */
async function create(root: string): Promise<void> {
  const unfinished = `${root}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  const client = new PGlite(options(unfinished));
  await client.waitReady;
  await client.close();

  for (const entry of fs.readdirSync(unfinished, { recursive: true, encoding: 'utf8' })) {
    sync(path.join(unfinished, entry));
  }
  sync(unfinished);
  fs.renameSync(unfinished, root);
  sync(path.dirname(root));
  sync(path.dirname(path.dirname(root)));
}

/** Bring a file, or the list of names in a folder, to the disk. */
function sync(entry: string): void {
  const descriptor = fs.openSync(entry, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
