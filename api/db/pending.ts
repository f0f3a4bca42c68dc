/** Decisions that were prepared and have no effect yet; each submission has at most one. */
import { and, asc, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { pendingDecisions, people, revisions, submissions } from './tables.ts';
import { type Viewer, visibleTo } from './visibility.ts';

type Pending = typeof pendingDecisions.$inferInsert;

/** The last one counts. */
export async function setPending(tx: Db, row: Pending): Promise<void> {
  await tx
    .insert(pendingDecisions)
    .values(row)
    .onConflictDoUpdate({ target: pendingDecisions.submissionId, set: row });
}

/** Says whether there was one. */
export async function removePending(tx: Db, submissionId: string): Promise<boolean> {
  const removed = await tx
    .delete(pendingDecisions)
    .where(eq(pendingDecisions.submissionId, submissionId))
    .returning({ id: pendingDecisions.submissionId });
  return removed.length === 1;
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

/** Oldest first. */
export const listPending = (db: Db, viewer: Viewer, limit: number) =>
  withSubmission(db).where(visibleTo(db, viewer)).orderBy(asc(pendingDecisions.at)).limit(limit);

export async function findPending(db: Db, viewer: Viewer, id: string): Promise<SeenPending | undefined> {
  const [row] = await withSubmission(db).where(and(eq(submissions.id, id), visibleTo(db, viewer)));
  return row;
}
