/** Who was asked to review a submission, and who could be. */
import { and, arrayOverlaps, asc, count, eq, inArray, isNull, not, sql } from 'drizzle-orm';
import { REVIEWING_ROLES } from '#api/review/desk-size.ts';
import type { Db } from './client.ts';
import { assignments, people, submissions } from './tables.ts';
import { inConflict, type Viewer, visibleTo } from './visibility.ts';

export async function assign(
  tx: Db,
  submissionId: string,
  personIds: readonly string[],
  at: Date,
): Promise<void> {
  const rows = personIds.map((personId) => ({ submissionId, personId, assignedAt: at }));
  await tx.insert(assignments).values(rows).onConflictDoNothing();
}

export async function unassign(tx: Db, submissionId: string, personId: string): Promise<void> {
  await tx
    .delete(assignments)
    .where(and(eq(assignments.submissionId, submissionId), eq(assignments.personId, personId)));
}

/** Take somebody off everything: who reviews no more is not waited for. */
export async function unassignFromAll(tx: Db, personId: string): Promise<void> {
  await tx.delete(assignments).where(eq(assignments.personId, personId));
}

/** Take somebody off what they may not see any more, as a declared conflict does. */
export async function unassignTied(tx: Db, personId: string): Promise<void> {
  const tied = tx.select({ id: submissions.id }).from(submissions).where(inConflict(tx, personId));
  await tx
    .delete(assignments)
    .where(and(eq(assignments.personId, personId), inArray(assignments.submissionId, tied)));
}

export async function listAssignees(db: Db, submissionId: string) {
  return db
    .select({ id: people.id, name: people.name })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.personId))
    .where(eq(assignments.submissionId, submissionId))
    .orderBy(asc(people.name));
}

/** Who may review a submission, the least loaded first. Never says why others are absent. */
export async function listAvailable(db: Db, viewer: Viewer, submissionId: string) {
  const load = db.$with('load').as(
    db
      .select({ personId: assignments.personId, items: count().as('items') })
      .from(assignments)
      .innerJoin(
        submissions,
        and(eq(submissions.id, assignments.submissionId), eq(submissions.state, 'in_review')),
      )
      .where(visibleTo(db, viewer))
      .groupBy(assignments.personId),
  );
  return db
    .with(load)
    .select({
      id: people.id,
      name: people.name,
      load: sql<number>`coalesce(${load.items}, 0)`.mapWith(Number),
    })
    .from(people)
    .innerJoin(submissions, eq(submissions.id, submissionId))
    .leftJoin(load, eq(load.personId, people.id))
    .where(
      and(
        isNull(people.leftAt),
        arrayOverlaps(people.roles, [...REVIEWING_ROLES]),
        not(inConflict(db, people.id)),
      ),
    )
    .orderBy(asc(sql`coalesce(${load.items}, 0)`), asc(people.name))
    .limit(100);
}
