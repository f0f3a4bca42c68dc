/** What the records folder must hold, by what the database says is public. */
import type { Db } from '#api/db/client.ts';
import { findPublished, listStandings, type Standing, type VersionName } from '#api/db/versions.ts';
import { renderCase, renderTombstone } from '#api/publishing/record.ts';
import {
  casePath,
  type RecordPath,
  type RecordsFolder,
  tombstonePath,
} from '#api/publishing/records-folder.ts';
import { SCHEMA_VERSION, type Tombstone } from '#schemas/published.ts';

type Folder = { db: Db; records: RecordsFolder };

/**
 * Bring the folder to every public version, every tombstone, and `coming`, which are about to be public. Files that are
 * there already are not read: they never change. Answers the paths that it answers for, to be committed.
 */
export async function reconcileRecords(
  { db, records }: Folder,
  coming: readonly VersionName[],
): Promise<RecordPath[]> {
  const standings = await listStandings(db);
  const wanted = wantedFiles(standings, new Set(coming.map(({ slug, version }) => casePath(slug, version))));
  const present = new Set(await records.list());

  const desired = new Map<RecordPath, string | null>();
  for (const [path, source] of wanted)
    if (source === null) desired.set(path, null);
    else if (!present.has(path)) desired.set(path, await write(db, source));
  await records.reconcile(desired);
  return [...wanted.keys()];
}

/** By path, the version whose text or tombstone belongs there, or `null` where no file may be. Of texts that are not public it says nothing. */
function wantedFiles(standings: readonly Standing[], coming: ReadonlySet<RecordPath>) {
  const wanted = new Map<RecordPath, { of: Standing; as: 'case' | 'tombstone' } | null>();
  for (const of of standings) {
    const path = casePath(of.slug, of.version);
    if (of.retiredAt !== null) wanted.set(path, null).set(tombstonePath(of.slug), { of, as: 'tombstone' });
    else if (of.publishedAt !== null || coming.has(path)) wanted.set(path, { of, as: 'case' });
  }
  return wanted;
}

async function write(db: Db, { of, as }: { of: Standing; as: 'case' | 'tombstone' }): Promise<string> {
  if (as === 'tombstone') return renderTombstone(tombstoneOf(of));
  const published = await findPublished(db, of);
  if (!published) throw new Error(`No text of version ${of.version} of ${of.slug}`);
  return renderCase(published);
}

const tombstoneOf = ({ slug, retiredAt, retiredReason }: Standing): Tombstone => ({
  schemaVersion: SCHEMA_VERSION,
  slug,
  retiredOn: retiredAt?.toISOString().slice(0, 7) ?? '',
  reason: retiredReason ?? '',
});
