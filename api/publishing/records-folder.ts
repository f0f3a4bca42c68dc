/**
 * The folder of published records: what the public may have, as files that outlive the database.
 * It touches only files whose names are its own, and never gives a file other content. One publisher at a time.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { FOLDERS, STORED_FOLDERS, type StoredKind } from '#schemas/published.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import { clearUnfinished, sync, writeWhole } from './durable-files.ts';
import { commitPaths } from './records-git.ts';

type Folder = (typeof STORED_FOLDERS)[StoredKind];
const ALL_FOLDERS: readonly Folder[] = Object.values(STORED_FOLDERS);

/** A path inside the folder, with forward slashes, like `case-studies/two-rings.v1.yaml`. */
export type RecordPath = `${Folder}/${string}.yaml`;

const RECORD = /^(?:case-studies|offerings)\/([a-z][a-z0-9-]*)\.(?:v([1-9]\d*)|retired)\.yaml$/;

const COMMENT =
  /^comments\/([a-z]+-[a-z0-9-]+)\.v(\d+\.\d+)\.c([1-9]\d*)(?:\.(a(?:[2-9]|[1-9]\d+)|withdrawn))?\.yaml$/;
// A procedure’s id holds no figure, so the last number is the stay.
const LAB_RUN = /^lab-runs\/([a-z][a-z0-9-]*)-([1-9]\d*)-([a-z]+(?:-[a-z]+)*)\.yaml$/;
const isOwn = (file: string) => [RECORD, COMMENT, LAB_RUN].some((name) => name.test(file));

export const recordPath = (kind: SubmissionKind, slug: string, version: number): RecordPath =>
  `${FOLDERS[kind]}/${slug}.v${version}.yaml`;
export const tombstonePath = (kind: SubmissionKind, slug: string): RecordPath =>
  `${FOLDERS[kind]}/${slug}.retired.yaml`;

/** What must be there, by path, and (`null`) what must not. What it does not name stays as it is. */
export type Desired = ReadonlyMap<RecordPath, string | null>;

/** A published file would have to change, which never happens: something else wrote it, or took its address. */
export class RecordDiffers extends Error {
  override name = 'RecordDiffers';
  readonly path: RecordPath;

  constructor(file: RecordPath) {
    super(
      `${file} exists with other content. Published files never change: see who wrote it, or move it away.`,
    );
    this.path = file;
  }
}

export type RecordsFolder = {
  dir: string;
  /** Paths of the files that are its own, sorted. */
  list: () => Promise<RecordPath[]>;
  /** Write and remove until the folder is as desired. Throws `RecordDiffers` before it changes anything. */
  reconcile: (desired: Desired) => Promise<{ written: RecordPath[]; removed: RecordPath[] }>;
  /** Commit those of `paths` that differ from the last commit, one by one; does nothing where the folder is not under git. */
  commit: (paths: Iterable<RecordPath>, now: Date) => Promise<void>;
};

/** Open the folder, making it if need be. With `git` it is a work tree, and `commit` commits. */
export async function openRecordsFolder(dir: string, options: { git: boolean }): Promise<RecordsFolder> {
  for (const folder of ALL_FOLDERS) await fs.mkdir(path.join(dir, folder), { recursive: true });
  return {
    dir,
    list: () => listOwn(dir),
    reconcile: (desired) => reconcile(dir, desired),
    commit: async (paths, now) => {
      if (options.git) await commitPaths(dir, [...paths], { day: now, message: commitMessage });
    },
  };
}

async function listOwn(dir: string): Promise<RecordPath[]> {
  const listed = await Promise.all(
    ALL_FOLDERS.map(async (folder) =>
      (await fs.readdir(path.join(dir, folder))).map((name) => `${folder}/${name}` as RecordPath),
    ),
  );
  return listed.flat().filter(isOwn).sort();
}

async function reconcile(dir: string, desired: Desired) {
  const present = new Set(await listOwn(dir));
  const wanted = [...desired].filter((entry): entry is [RecordPath, string] => entry[1] !== null);
  const missing = wanted.filter(([file]) => !present.has(file));
  const removed = [...desired.keys()].filter((file) => desired.get(file) === null && present.has(file));
  for (const file of desired.keys()) if (!isOwn(file)) throw new Error(`Not a record's path: ${file}`);
  for (const [file, text] of wanted)
    if (present.has(file) && (await fs.readFile(path.join(dir, file), 'utf8')) !== text)
      throw new RecordDiffers(file);

  for (const folder of ALL_FOLDERS) await clearUnfinished(path.join(dir, folder));
  for (const [file, text] of missing) await writeWhole(path.join(dir, file), text);
  for (const file of removed) await fs.rm(path.join(dir, file));
  for (const folder of new Set(removed.map((file) => path.dirname(file)))) await sync(path.join(dir, folder));
  return { written: missing.map(([file]) => file), removed };
}

function commentVerb(later: string, removed: boolean): string {
  if (removed) return 'Remove';
  if (later === 'withdrawn') return 'Note the withdrawal of';
  return later === '' ? 'Publish' : 'Correct the answer to';
}

/** What a commit says: nothing that is not in the name of the file. */
function commitMessage(file: string, removed: boolean): string {
  const [, text, of, number, later = ''] = COMMENT.exec(file) ?? [];
  if (number !== undefined) return `${commentVerb(later, removed)} comment ${number} on ${text} ${of}`;
  const [, offering, stay, procedure] = LAB_RUN.exec(file) ?? [];
  if (procedure !== undefined)
    return `${removed ? 'Remove' : 'Publish'} lab run ${stay} of ${offering}: ${procedure}`;
  const [, slug, version] = RECORD.exec(file) ?? [];
  if (version === undefined) return removed ? `Remove the notice of ${slug}` : `Retire ${slug}`;
  return `${removed ? 'Remove' : 'Publish'} ${slug} version ${version}`;
}
