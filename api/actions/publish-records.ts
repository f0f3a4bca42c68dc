/** What the records folder must hold, by what the database says is public. */
import type { Db } from '#api/db/client.ts';
import type { CommentRow } from '#api/db/comments.ts';
import { foundIn, type PublicRun } from '#api/db/lab-runs.ts';
import { findPublished, listStandings, type Standing, type VersionName } from '#api/db/versions.ts';
import { renderLabRun, renderPublished, renderTombstone } from '#api/publishing/record.ts';
import {
  type RecordPath,
  type RecordsFolder,
  recordPath,
  tombstonePath,
} from '#api/publishing/records-folder.ts';
import { labRunFile } from '#api/review/stored-names.ts';
import type { KeptLabFile, LabFile, PublishedLabRun } from '#schemas/lab-run.ts';
import { SCHEMA_VERSION, type Tombstone } from '#schemas/published.ts';
import { filesOfComment } from './publish-comments.ts';

type Folder = { db: Db; records: RecordsFolder };

/** What is public beside the versions: answered comments, and runs of the lab. */
export type Beside = { comments: readonly CommentRow[]; runs: readonly PublicRun[] };
const NOTHING: Beside = { comments: [], runs: [] };

/**
 * Bring the folder to every public version, every tombstone, `coming`, which are about to be public, and what is public
 * beside them. Files that are there already are not read: they never change. Answers the paths that it answers for, to be
 * committed.
 */
export async function reconcileRecords(
  { db, records }: Folder,
  coming: readonly VersionName[],
  beside: Beside = NOTHING,
): Promise<RecordPath[]> {
  const standings = await listStandings(db);
  const wanted = wantedFiles(
    standings,
    new Set(coming.map(({ kind, slug, version }) => recordPath(kind, slug, version))),
  );
  const present = new Set(await records.list());

  const desired = new Map<RecordPath, string | null>();
  for (const [path, source] of wanted)
    if (source === null) desired.set(path, null);
    else if (!present.has(path)) desired.set(path, await write(db, source));
  const others = filesBeside(beside);
  for (const [path, render] of others)
    if (render === null) desired.set(path, null);
    else if (!present.has(path)) desired.set(path, render());
  await records.reconcile(desired);
  return [...wanted.keys(), ...others.keys()];
}

/** By path, what writes the file, or `null` where no file may be any more. */
function filesBeside({ comments, runs }: Beside): Map<RecordPath, (() => string) | null> {
  const files = new Map(comments.flatMap(filesOfComment));
  for (const run of runs) files.set(pathOfRun(run), () => renderLabRun(publicRun(run)));
  return files;
}

export const pathOfRun = ({ run: { stay, procedure }, slug }: PublicRun): RecordPath =>
  labRunFile({ offering: slug, stay, procedure });

/** What everybody reads of a run: each field by name, so that nobody who ran it is in it. */
function publicRun({ run, slug }: PublicRun): PublishedLabRun {
  const found = foundIn(run);
  if (!found) throw new Error(`Run ${run.id} of the lab was not recorded`);
  const { files, ...rest } = found;
  const { stay, procedure, procedureVersion, instructionsHash, statement } = run;
  return {
    schemaVersion: 1,
    offering: slug,
    stay,
    procedure,
    procedureVersion,
    instructionsHash,
    ...rest,
    by: 'lab',
    ...(files.length > 0 && { files: files.map(publicFile) }),
    ...(statement !== null && { statement }),
  };
}

const publicFile = ({ name, type, bytes, sha256 }: KeptLabFile): LabFile => ({ name, type, bytes, sha256 });

/** By path, the version whose text belongs there, or of a tombstone the last one, or `null` where no file may be. Of texts that are not public it says nothing. */
function wantedFiles(standings: readonly Standing[], coming: ReadonlySet<RecordPath>) {
  const wanted = new Map<RecordPath, { of: Standing; as: 'record' | 'tombstone' } | null>();
  for (const of of standings) {
    const path = recordPath(of.kind, of.slug, of.version);
    if (of.retiredAt !== null)
      wanted.set(path, null).set(tombstonePath(of.kind, of.slug), { of, as: 'tombstone' });
    else if (of.publishedAt !== null || coming.has(path)) wanted.set(path, { of, as: 'record' });
  }
  return wanted;
}

async function write(db: Db, { of, as }: { of: Standing; as: 'record' | 'tombstone' }): Promise<string> {
  if (as === 'tombstone') return renderTombstone(tombstoneOf(of));
  const published = await findPublished(db, of);
  if (!published) throw new Error(`No text of version ${of.version} of ${of.slug}`);
  return renderPublished(published);
}

const tombstoneOf = ({ slug, version, retiredAt, retiredReason }: Standing): Tombstone => ({
  schemaVersion: SCHEMA_VERSION,
  slug,
  retiredOn: retiredAt?.toISOString().slice(0, 7) ?? '',
  reason: retiredReason ?? '',
  versions: version,
});
