/** What the records folder must hold, by what the database says is public. */
import type { Db } from '#api/db/client.ts';
import type { CommentRow } from '#api/db/comments.ts';
import { findPublished, listStandings, type Standing, type VersionName } from '#api/db/versions.ts';
import { renderComment, renderPublished, renderTombstone } from '#api/publishing/record.ts';
import {
  commentFile,
  type RecordPath,
  type RecordsFolder,
  recordPath,
  tombstonePath,
} from '#api/publishing/records-folder.ts';
import type { PublishedComment } from '#schemas/comment.ts';
import { SCHEMA_VERSION, type Tombstone } from '#schemas/published.ts';

type Folder = { db: Db; records: RecordsFolder };

/**
 * Bring the folder to every public version, every tombstone, `coming`, which are about to be public, and the answered
 * `comments`. Files that are
 * there already are not read: they never change. Answers the paths that it answers for, to be committed.
 */
export async function reconcileRecords(
  { db, records }: Folder,
  coming: readonly VersionName[],
  comments: readonly CommentRow[] = [],
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
  for (const [path, comment] of commentFiles(comments))
    if (!present.has(path)) desired.set(path, renderComment(comment));
  await records.reconcile(desired);
  return [...wanted.keys(), ...commentFiles(comments).keys()];
}

/** Comments that were answered, by path. */
const commentFiles = (comments: readonly CommentRow[]): Map<RecordPath, PublishedComment> =>
  new Map(comments.map(publicComment).map((comment) => [commentFile(comment), comment]));

/** What everybody reads of a comment: each field by name, so that what is added to a row stays out. */
function publicComment(row: CommentRow): PublishedComment {
  const { text, version, number, section, sectionTitle, type, comment, rationale, suggestion, shownAs } = row;
  const { disposition, reason, adjudicatedAt, createdAt } = row;
  if (number === null || disposition === null || reason === null || adjudicatedAt === null)
    throw new Error(`Comment ${row.id} was not answered`);
  return {
    schemaVersion: 1,
    text,
    version,
    number,
    sectionTitle,
    section,
    type,
    comment,
    rationale,
    ...(suggestion !== null && { suggestion }),
    ...(shownAs !== null && { shownAs }),
    receivedOn: createdAt.toISOString().slice(0, 7),
    disposition,
    reason,
    adjudicatedOn: adjudicatedAt.toISOString().slice(0, 7),
  };
}

/** By path, the version whose text or tombstone belongs there, or `null` where no file may be. Of texts that are not public it says nothing. */
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

const tombstoneOf = ({ slug, retiredAt, retiredReason }: Standing): Tombstone => ({
  schemaVersion: SCHEMA_VERSION,
  slug,
  retiredOn: retiredAt?.toISOString().slice(0, 7) ?? '',
  reason: retiredReason ?? '',
});
