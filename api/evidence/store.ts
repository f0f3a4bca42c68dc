/**
 * Where the files of submissions are kept. A submission has a folder of its own and nothing is shared between two: equal
 * files would tie strangers to each other. Another store, such as S3, would be another `EvidenceStore`.
 */
import { createReadStream, mkdirSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sync } from '#api/publishing/durable-files.ts';

/** Both are random ids: nothing of what a person wrote is part of a path. */
export type EvidenceKey = { submissionId: string; id: string };

export type EvidenceStore = {
  /** Keep a copy of `file`. When this answers it is on the disk, whole. */
  put: (key: EvidenceKey, file: string) => Promise<void>;
  /** Read from the beginning. Throws ENOENT where there is no such file. */
  open: (key: EvidenceKey) => Promise<ReadableStream<Uint8Array>>;
  /** Forget a file; does nothing where there is none. */
  remove: (key: EvidenceKey) => Promise<void>;
  /** Everything that is kept since before `until`, whether a row knows it or not. */
  list: (until: Date) => AsyncIterable<EvidenceKey>;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const UNFINISHED = '.unfinished';

/** Keep files in folders under `dir`, which is made if need be, readable by the server alone. */
export function fileStore(dir: string): EvidenceStore {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const folderOf = ({ submissionId }: EvidenceKey) => path.join(dir, known(submissionId));
  const fileOf = (key: EvidenceKey) => path.join(folderOf(key), known(key.id));
  return {
    async put(key, file) {
      const folder = folderOf(key);
      if (await fs.mkdir(folder, { recursive: true, mode: 0o700 })) await sync(dir);
      const unfinished = fileOf(key) + UNFINISHED;
      await fs.writeFile(unfinished, await fs.readFile(file), { mode: 0o600, flush: true });
      await fs.rename(unfinished, fileOf(key));
      await sync(folder);
    },
    async open(key) {
      const handle = await fs.open(fileOf(key));
      return Readable.toWeb(createReadStream('', { fd: handle })) as ReadableStream<Uint8Array>;
    },
    async remove(key) {
      await fs.rm(fileOf(key), { force: true });
      await removeIfEmpty(folderOf(key));
    },
    list: (until) => listOld(dir, until),
  };
}

/** Ids come from our own rows and routes check them; a path is no place to rely on that. */
function known(id: string): string {
  if (!UUID.test(id)) throw new Error('This is no id of a stored file');
  return id;
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await fs.rmdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOTEMPTY' && code !== 'ENOENT' && code !== 'EEXIST') throw error;
  }
}

async function* listOld(dir: string, until: Date): AsyncIterable<EvidenceKey> {
  for (const submissionId of (await fs.readdir(dir)).filter((name) => UUID.test(name)))
    for (const name of await fs.readdir(path.join(dir, submissionId))) {
      const file = path.join(dir, submissionId, name);
      if ((await fs.stat(file)).mtime >= until) continue;
      if (UUID.test(name)) yield { submissionId, id: name };
      // What a killed process left of `put`.
      else await fs.rm(file, { force: true });
    }
}
