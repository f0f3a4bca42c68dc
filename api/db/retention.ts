/** What is over its time, and its deletion. Each write says how much it took; all are safe to repeat. */
import { and, eq, exists, inArray, isNotNull, isNull, lt, max, ne, or, sql } from 'drizzle-orm';
import type { State } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import {
  assignments,
  attestations,
  changeRequests,
  codes,
  contacts,
  declines,
  eventKeys,
  events,
  evidence,
  keptWords,
  labRuns,
  letters,
  openings,
  pendingDecisions,
  publishings,
  recommendations,
  recordings,
  remarks,
  revisions,
  sessions,
  submissions,
  verifications,
  versions,
} from './tables.ts';

const CLOSED: readonly State[] = ['declined', 'withdrawn', 'lapsed'];
const OVER: readonly State[] = [...CLOSED, 'published'];

type Ids = readonly string[];
const one = { one: sql`1` };

/** Closed before `before`, with nothing live. A correction that is closed leads back to `published`. */
const closedBefore = (before: Date) =>
  and(
    inArray(submissions.state, [...CLOSED]),
    lt(submissions.stateSince, before),
    eq(submissions.live, 'none'),
  );

async function idsOf(rows: Promise<{ id: string }[]>): Promise<string[]> {
  return (await rows).map(({ id }) => id);
}

const ofThis = {
  evidence: (db: Db) => db.select(one).from(evidence).where(eq(evidence.submissionId, submissions.id)),
  keptContact: (db: Db) =>
    db
      .select(one)
      .from(contacts)
      .where(and(eq(contacts.submissionId, submissions.id), isNull(contacts.erasedAt))),
};

export const listClosedWithEvidence = (db: Db, before: Date, limit: number): Promise<Ids> =>
  idsOf(
    db
      .select({ id: submissions.id })
      .from(submissions)
      .where(and(closedBefore(before), exists(ofThis.evidence(db))))
      .limit(limit),
  );

export const listPublishedWithEvidence = (db: Db, before: Date, limit: number): Promise<Ids> =>
  idsOf(
    db
      .select({ id: submissions.id })
      .from(submissions)
      .where(
        and(
          eq(submissions.state, 'published'),
          lt(submissions.stateSince, before),
          exists(ofThis.evidence(db)),
        ),
      )
      .limit(limit),
  );

export const listClosedWithContact = (db: Db, before: Date, limit: number): Promise<Ids> =>
  idsOf(
    db
      .select({ id: submissions.id })
      .from(submissions)
      .where(and(closedBefore(before), exists(ofThis.keptContact(db))))
      .limit(limit),
  );

/** Retired before `before`, and no correction is under way. */
export async function listRetiredWithContact(db: Db, before: Date, limit: number): Promise<Ids> {
  const retired = db
    .select({ id: versions.submissionId })
    .from(versions)
    .groupBy(versions.submissionId)
    .having(lt(max(versions.retiredAt), before));
  return idsOf(
    db
      .select({ id: submissions.id })
      .from(submissions)
      .where(
        and(
          eq(submissions.live, 'retired'),
          eq(submissions.state, 'published'),
          inArray(submissions.id, retired),
          exists(ofThis.keptContact(db)),
        ),
      )
      .limit(limit),
  );
}

const closedWithText = (db: Db, before: Date) =>
  and(
    closedBefore(before),
    exists(db.select(one).from(revisions).where(eq(revisions.submissionId, submissions.id))),
  );

export const listClosedWithText = (db: Db, before: Date, limit: number): Promise<Ids> =>
  idsOf(db.select({ id: submissions.id }).from(submissions).where(closedWithText(db, before)).limit(limit));

export const isClosedWithText = async (db: Db, id: string, before: Date): Promise<boolean> =>
  (await db.$count(submissions, and(eq(submissions.id, id), closedWithText(db, before)))) === 1;

/** Erase everything that was said in a submission and of it. Its row and its chain stay. */
export async function eraseTexts(tx: Db, submissionId: string): Promise<void> {
  for (const table of [
    revisions,
    changeRequests,
    recommendations,
    keptWords,
    recordings,
    remarks,
    pendingDecisions,
    attestations,
    assignments,
    labRuns,
    letters,
    codes,
    openings,
    contacts,
  ])
    await tx.delete(table).where(eq(table.submissionId, submissionId));
  await tx.update(submissions).set({ atDeskSince: null }).where(eq(submissions.id, submissionId));
  await tx.update(declines).set({ message: '', repair: '' }).where(eq(declines.submissionId, submissionId));
}

/** Delete submissions that nobody ever confirmed and that are closed. */
export async function removeUnconfirmed(db: Db, before: Date): Promise<number> {
  // One whose text was erased has no contact any more, and was confirmed.
  const contact = db.select(one).from(contacts).where(eq(contacts.submissionId, submissions.id));
  const gone = await db
    .delete(submissions)
    .where(and(closedBefore(before), exists(contact), isNull(submissions.atDeskSince)))
    .returning({ id: submissions.id });
  return gone.length;
}

/** Erase what the record of reviews that ended before `before` says beyond its lines. */
export async function eraseRecordContents(db: Db, before: Date): Promise<number> {
  const ended = db
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(inArray(submissions.state, [...OVER]), lt(submissions.stateSince, before)));
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(eventKeys)
      .where(inArray(eventKeys.submissionId, ended))
      .returning({ id: eventKeys.submissionId });
    await tx
      .update(events)
      .set({ payload: null })
      .where(and(inArray(events.submissionId, ended), isNotNull(events.payload)));
    return gone.length;
  });
}

export async function eraseLetterBodies(db: Db, before: Date): Promise<number> {
  const erased = await db
    .update(letters)
    .set({ body: '', problem: null })
    .where(
      and(
        eq(letters.addressee, 'contact'),
        lt(letters.createdAt, before),
        or(ne(letters.body, ''), isNotNull(letters.problem)),
      ),
    )
    .returning({ id: letters.id });
  return erased.length;
}

export async function removeDeskLetters(db: Db, before: Date): Promise<number> {
  const gone = await db
    .delete(letters)
    .where(and(ne(letters.addressee, 'contact'), lt(letters.createdAt, before)))
    .returning({ id: letters.id });
  return gone.length;
}

export async function removeRuns(db: Db, before: Date): Promise<number> {
  const gone = await db
    .delete(publishings)
    .where(lt(publishings.startedAt, before))
    .returning({ id: publishings.id });
  return gone.length;
}

/** Sessions and one-time links that ended before `before`. */
export async function removeEndedSessions(db: Db, before: Date): Promise<number> {
  const ended = await db
    .delete(sessions)
    .where(lt(sessions.expiresAt, before))
    .returning({ id: sessions.id });
  const links = await db
    .delete(verifications)
    .where(lt(verifications.expiresAt, before))
    .returning({ id: verifications.id });
  return ended.length + links.length;
}
