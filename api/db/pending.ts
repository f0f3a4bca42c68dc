/** Decisions that were prepared and have no effect yet; each submission has at most one. */
import { and, asc, eq, inArray, not } from 'drizzle-orm';
import type { Db } from './client.ts';
import { pendingDecisions, people, revisions, submissions } from './tables.ts';
import { inConflict, type Viewer, visibleTo } from './visibility.ts';

type Pending = typeof pendingDecisions.$inferInsert;

/** The last one counts. */
export async function setPending(tx: Db, row: Pending): Promise<void> {
  await tx
    .insert(pendingDecisions)
    .values(row)
    .onConflictDoUpdate({ target: pendingDecisions.submissionId, set: row });
}

export async function removePending(tx: Db, submissionId: string): Promise<void> {
  await tx.delete(pendingDecisions).where(eq(pendingDecisions.submissionId, submissionId));
}

/** Each with the submission that it is about and its newest text. */
const withSubmission = (db: Db) =>
  db
    .select({
      pending: pendingDecisions,
      submission: submissions,
      content: revisions.content,
      by: people.name,
    })
    .from(pendingDecisions)
    .innerJoin(submissions, eq(submissions.id, pendingDecisions.submissionId))
    .innerJoin(
      revisions,
      and(eq(revisions.submissionId, submissions.id), eq(revisions.number, submissions.revision)),
    )
    .innerJoin(people, eq(people.id, pendingDecisions.personId));

export type SeenPending = Awaited<ReturnType<typeof listPending>>[number];

/** What somebody prepared counts no more once they are in conflict, like what they recommended. */
const isSeen = (db: Db, viewer: Viewer) => and(visibleTo(db, viewer), not(inConflict(db, people.id)));

/** Oldest first. */
export const listPending = (db: Db, viewer: Viewer, limit: number) =>
  withSubmission(db).where(isSeen(db, viewer)).orderBy(asc(pendingDecisions.at)).limit(limit);

export async function findPending(db: Db, viewer: Viewer, id: string): Promise<SeenPending | undefined> {
  const [row] = await withSubmission(db).where(and(eq(submissions.id, id), isSeen(db, viewer)));
  return row;
}

/** The names of people whom decisions name by their ids. */
export async function listNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
