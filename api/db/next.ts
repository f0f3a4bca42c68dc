/** What waits for one person of the desk next, and how much waits for each. */
import { and, arrayOverlaps, asc, count, desc, eq, isNull, ne, notExists, type SQL, sql } from 'drizzle-orm';
import { REVIEWING_ROLES } from '#api/review/desk-size.ts';
import type { Db } from './client.ts';
import { assignments, people, recommendations, revisions, submissions } from './tables.ts';
import { isAssignedTo, type Viewer, visibleTo } from './visibility.ts';

const onNewest = and(
  eq(recommendations.submissionId, submissions.id),
  eq(recommendations.revision, submissions.revision),
);

/**
 * The submission that waits for this person: one they were asked to review, the least reviewed first; else one that only
 * their role moves on, the longest waiting first. Never `besides`.
 */
export async function findNext(db: Db, viewer: Viewer, besides: string | undefined) {
  for (const waits of waysToWait(db, viewer)) {
    const [row] = await db
      .select({ id: submissions.id, reference: submissions.reference, content: revisions.content })
      .from(submissions)
      .innerJoin(
        revisions,
        and(eq(revisions.submissionId, submissions.id), eq(revisions.number, submissions.revision)),
      )
      .where(and(visibleTo(db, viewer), besides ? ne(submissions.id, besides) : undefined, waits.where))
      .orderBy(...waits.first, asc(submissions.stateSince), asc(submissions.id))
      .limit(1);
    if (row) return row;
  }
  return undefined;
}

function waysToWait(db: Db, { id, roles }: Viewer): { where: SQL | undefined; first: readonly SQL[] }[] {
  const inReview = eq(submissions.state, 'in_review');
  const toRead = and(inReview, isAssignedTo(db, id), hasNotRecommended(db, id), hasNotWritten(db, id));
  const fewest = asc(db.$count(recommendations, onNewest));
  return [
    { where: toRead, first: [fewest] },
    ...(roles.includes('editor')
      ? [
          { where: eq(submissions.state, 'received'), first: [] },
          { where: and(inReview, everybodyIsHeard(db)), first: [] },
        ]
      : []),
    ...(roles.includes('lab') ? [{ where: eq(submissions.state, 'in_lab'), first: [] }] : []),
  ];
}

const hasNotRecommended = (db: Db, personId: string | typeof assignments.personId) =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(recommendations)
      .where(and(onNewest, eq(recommendations.personId, personId))),
  );

/** Nobody recommends what they wrote. */
const hasNotWritten = (db: Db, personId: string) =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(sql`${revisions} as written`)
      .where(
        sql`written.submission_id = ${submissions.id} and written.author_id = ${personId} and not written.copied`,
      ),
  );

/** Of those who were asked, nobody is still to recommend: an editor can decide. */
const everybodyIsHeard = (db: Db) =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(assignments)
      .where(and(eq(assignments.submissionId, submissions.id), hasNotRecommended(db, assignments.personId))),
  );

/** Everybody who reviews, with what is assigned to them and in review, counting only what `viewer` may see. The most loaded first. */
export async function listLoads(db: Db, viewer: Viewer) {
  const seen = db
    .select({
      personId: assignments.personId,
      assigned: count().as('assigned'),
      read: count(recommendations.personId).as('read'),
    })
    .from(submissions)
    .innerJoin(assignments, eq(assignments.submissionId, submissions.id))
    .leftJoin(recommendations, and(onNewest, eq(recommendations.personId, assignments.personId)))
    .where(and(eq(submissions.state, 'in_review'), visibleTo(db, viewer)))
    .groupBy(assignments.personId)
    .as('seen');
  const number = (column: SQL.Aliased<number>) => sql<number>`coalesce(${column}, 0)`.mapWith(Number);
  return db
    .select({
      id: people.id,
      name: people.name,
      assigned: number(seen.assigned),
      unread: sql<number>`coalesce(${seen.assigned} - ${seen.read}, 0)`.mapWith(Number),
    })
    .from(people)
    .leftJoin(seen, eq(seen.personId, people.id))
    .where(and(isNull(people.leftAt), arrayOverlaps(people.roles, [...REVIEWING_ROLES])))
    .orderBy(desc(number(seen.assigned)), asc(people.name))
    .limit(500);
}
