/** Versions: the texts that were signed. Which of them are public is what the records folder and the site follow. */
import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Published } from '#schemas/published.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import type { Live, State } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import { events, submissions, versions } from './tables.ts';
import { type Viewer, visibleTo } from './visibility.ts';

/** A version by its two names: the row's, and the file's. */
export type VersionName = { submissionId: string; kind: SubmissionKind; slug: string; version: number };

/** A signed text that waits for its publication, or that a run which died had begun to publish. */
export type Signed = VersionName & {
  state: Extract<State, 'accepted' | 'publishing'>;
  live: Live;
  published: Published;
};

/** Store the text of a revision that was just signed. It is public only once `markPublished` says so. */
export async function addVersion(
  tx: Db,
  { submissionId, revision }: { submissionId: string; revision: number },
  published: Published,
): Promise<void> {
  const { slug, version } = published;
  await tx.insert(versions).values({ submissionId, revision, version, slug, published });
}

/**
 * The revision that is worked on: the newest, or while none is, the public one, since a correction may have been given up.
 * A retest tries what is public.
 */
export async function findStandingRevision(
  db: Db,
  { id, state, labFrom, revision, liveVersion }: typeof submissions.$inferSelect,
): Promise<number> {
  const isPublic = state === 'published' || (state === 'in_lab' && labFrom === 'published');
  if (!isPublic || liveVersion === null) return revision;
  const [live] = await db
    .select({ revision: versions.revision })
    .from(versions)
    .where(and(eq(versions.submissionId, id), eq(versions.version, liveVersion)));
  return live?.revision ?? revision;
}

/** Forget the signed text that was never published, if there is one: its signature is void. */
export async function removeUnpublished(tx: Db, submissionId: string): Promise<void> {
  await tx.delete(versions).where(and(eq(versions.submissionId, submissionId), isNull(versions.publishedAt)));
}

/**
 * Whether another submission has a page at this address, had one, or waits for its signature with it. Nobody else can
 * take the address until this transaction ends.
 */
export async function isSlugTaken(tx: Db, slug: string, exceptId: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${slug}))`);
  const [chosen] = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.slug, slug), ne(submissions.id, exceptId)))
    .limit(1);
  const [published] = await tx
    .select({ id: versions.submissionId })
    .from(versions)
    .where(and(eq(versions.slug, slug), ne(versions.submissionId, exceptId)))
    .limit(1);
  return chosen !== undefined || published !== undefined;
}

/** Of a version with its submission: signed and not public yet. */
const waitsToBePublished = and(
  isNull(versions.publishedAt),
  inArray(submissions.state, ['accepted', 'publishing']),
);

/** Signed texts to be published, the one that waits longest first; those that were stopped only where `again` is asked for. */
export async function listSigned(db: Db, limit: number, again: boolean): Promise<Signed[]> {
  const rows = await db
    .select({ version: versions, kind: submissions.kind, state: submissions.state, live: submissions.live })
    .from(versions)
    .innerJoin(submissions, eq(submissions.id, versions.submissionId))
    .where(again ? waitsToBePublished : and(waitsToBePublished, isNull(versions.stoppedAt)))
    .orderBy(asc(submissions.stateSince), asc(versions.slug))
    .limit(limit);
  return rows.map(({ version: { submissionId, slug, version, published }, kind, state, live }) => ({
    submissionId,
    kind,
    slug,
    version,
    published,
    state: state === 'publishing' ? state : 'accepted',
    live,
  }));
}

/** What the public should have of a version. */
export type Standing = VersionName & {
  publishedAt: Date | null;
  retiredAt: Date | null;
  retiredReason: string | null;
};

/** Every version without its text: all of them, since the folder is compared with all of them. */
export const listStandings = (db: Db): Promise<Standing[]> =>
  db
    .select({
      submissionId: versions.submissionId,
      kind: submissions.kind,
      slug: versions.slug,
      version: versions.version,
      publishedAt: versions.publishedAt,
      retiredAt: versions.retiredAt,
      retiredReason: versions.retiredReason,
    })
    .from(versions)
    .innerJoin(submissions, eq(submissions.id, versions.submissionId))
    .orderBy(asc(versions.slug), asc(versions.version));

/** The text of one version. */
export async function findPublished(
  db: Db,
  { submissionId, version }: VersionName,
): Promise<Published | undefined> {
  const [row] = await db
    .select({ published: versions.published })
    .from(versions)
    .where(and(eq(versions.submissionId, submissionId), eq(versions.version, version)));
  return row?.published;
}

/** Note that the page of a version is up. Says whether it was not before. */
export async function markPublished(
  tx: Db,
  { submissionId, version }: VersionName,
  at: Date,
): Promise<boolean> {
  const marked = await tx
    .update(versions)
    .set({ publishedAt: at })
    .where(
      and(
        eq(versions.submissionId, submissionId),
        eq(versions.version, version),
        isNull(versions.publishedAt),
      ),
    )
    .returning({ version: versions.version });
  return marked.length === 1;
}

/** Note that a version could not be published, so that it is not tried with every run. Says whether it was not noted before. */
export async function markStopped(
  tx: Db,
  { submissionId, version }: VersionName,
  at: Date,
): Promise<boolean> {
  const marked = await tx
    .update(versions)
    .set({ stoppedAt: at })
    .where(
      and(eq(versions.submissionId, submissionId), eq(versions.version, version), isNull(versions.stoppedAt)),
    )
    .returning({ version: versions.version });
  return marked.length === 1;
}

/** Take down every public version of a submission, for a reason that the public reads. */
export async function retireVersions(tx: Db, submissionId: string, reason: string, at: Date): Promise<void> {
  await tx
    .update(versions)
    .set({ retiredAt: at, retiredReason: reason })
    .where(
      and(
        eq(versions.submissionId, submissionId),
        isNotNull(versions.publishedAt),
        isNull(versions.retiredAt),
      ),
    );
}

/** Signed texts that are not public yet, of those that `viewer` may see, with why the last attempt was stopped. */
export const listUnpublished = (db: Db, viewer: Viewer, limit: number) =>
  db
    .select({
      id: submissions.id,
      reference: submissions.reference,
      kind: submissions.kind,
      slug: versions.slug,
      version: versions.version,
      state: submissions.state,
      stateSince: submissions.stateSince,
      stoppedAt: versions.stoppedAt,
      problem: sql<string | null>`(
        select ${events.payload}->>'problem' from ${events}
        where ${events.submissionId} = ${submissions.id} and ${events.type} = 'stop_publishing'
        order by ${events.seq} desc limit 1)`,
    })
    .from(versions)
    .innerJoin(submissions, eq(submissions.id, versions.submissionId))
    .where(and(waitsToBePublished, visibleTo(db, viewer)))
    .orderBy(asc(submissions.stateSince), asc(versions.slug))
    .limit(limit);
