/** Reads what is published beside the records: comments with their answers, and what the lab found. YAML that is written once. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseComment, parseLabRun } from '#api/publishing/record.ts';
import { fileOf, type StoredFile } from '#api/review/stored-names.ts';
import { STORED_FOLDERS, type StoredKind } from '#schemas/published.ts';
import { sha256Of } from '#site/record-files.ts';

/** `sha256`: of the bytes of the file. */
type Read<File extends StoredFile> = File & { sha256: string };
type Of<Kind extends StoredFile['kind']> = Extract<StoredFile, { kind: Kind }>;

/** Read `comments/` of these folders. Throws one `Error` that names every file with a fault. */
export const readComments = (folders: readonly string[]): Promise<Read<Of<'comment'>>[]> =>
  readFolders('comment', folders, (text) => ({ kind: 'comment', comment: parseComment(text) }));

/** Read `lab-runs/` of the records folder. Throws one `Error` that names every file with a fault. */
export const readLabRuns = (records: string): Promise<Read<Of<'lab_run'>>[]> =>
  readFolders('lab_run', [records], (text) => ({ kind: 'lab_run', run: parseLabRun(text) }));

async function readFolders<File extends StoredFile>(
  of: StoredKind,
  parents: readonly string[],
  parse: (text: string) => File,
): Promise<Read<File>[]> {
  const faults: string[] = [];
  const files: Read<File>[] = [];
  for (const folder of parents.map((parent) => path.join(parent, STORED_FOLDERS[of])).filter(existsSync))
    for (const name of (await readdir(folder)).filter((one) => one.endsWith('.yaml')).sort()) {
      const file = path.join(folder, name);
      try {
        const bytes = await readFile(file);
        files.push({ ...named(parse(bytes.toString('utf8')), name), sha256: sha256Of(bytes) });
      } catch (error) {
        faults.push(`${file}: ${error instanceof Error ? error.message : error}`);
      }
    }
  if (faults.length > 0)
    throw new Error(`What stands beside the records cannot be read:\n${faults.join('\n')}`);
  return files;
}

/** Two files of one name would be two answers to one comment. */
function named<File extends StoredFile>(read: File, name: string): File {
  const expected = path.basename(fileOf(read));
  if (name !== expected) throw new Error(`What it holds belongs into ${expected}`);
  return read;
}
