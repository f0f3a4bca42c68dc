/** What people at the desk add to a submission: assignments, declared conflicts, recommendations, requests, declines. */
import { and, arrayOverlaps, asc, count, desc, eq, inArray, isNull, max, not, sql } from 'drizzle-orm';
import { REVIEWING_ROLES } from '#api/review/desk-size.ts';
import type { ReasonCode, Verdict } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import {
  assignments,
  changeRequests,
  conflicts,
  declines,
  pendingDecisions,
  people,
  recommendations,
  submissions,
} from './tables.ts';
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

/** What somebody recommended and may not see any more. */
export const listVoided = (db: Db, personId: string) =>
  db
    .select()
    .from(submissions)
    .where(
      and(
        inArray(
          submissions.id,
          db
            .select({ id: recommendations.submissionId })
            .from(recommendations)
            .where(eq(recommendations.personId, personId)),
        ),
        inConflict(db, personId),
      ),
    );

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

/** Declare a conflict: it hides the submission from that person, takes them off it, and voids what they said or prepared. */
export async function declareConflict(
  tx: Db,
  submissionId: string,
  personId: string,
  at: Date,
): Promise<void> {
  await tx.insert(conflicts).values({ submissionId, personId, declaredAt: at }).onConflictDoNothing();
  await unassign(tx, submissionId, personId);
  await tx
    .delete(recommendations)
    .where(and(eq(recommendations.submissionId, submissionId), eq(recommendations.personId, personId)));
  await tx
    .delete(pendingDecisions)
    .where(and(eq(pendingDecisions.submissionId, submissionId), eq(pendingDecisions.personId, personId)));
}

export type Recommendation = typeof recommendations.$inferInsert & { verdict: Verdict };

/** Store what somebody recommends on a revision; a second thought replaces the first. */
export async function recommend(
  tx: Db,
  { submissionId, revision, personId, ...said }: Recommendation,
): Promise<void> {
  await tx
    .insert(recommendations)
    .values({ submissionId, revision, personId, ...said })
    .onConflictDoUpdate({
      target: [recommendations.submissionId, recommendations.revision, recommendations.personId],
      set: said,
    });
}

/** Without those of people in conflict, whose word is void, whether they declared it or not. */
export async function listRecommendations(db: Db, submissionId: string) {
  return db
    .select({
      personId: recommendations.personId,
      person: people.name,
      revision: recommendations.revision,
      verdict: recommendations.verdict,
      note: recommendations.note,
      rubric: recommendations.rubric,
      rubricVersion: recommendations.rubricVersion,
      madeAt: recommendations.madeAt,
    })
    .from(recommendations)
    .innerJoin(people, eq(people.id, recommendations.personId))
    .innerJoin(submissions, eq(submissions.id, recommendations.submissionId))
    .where(and(eq(recommendations.submissionId, submissionId), not(inConflict(db, people.id))))
    .orderBy(desc(recommendations.revision), asc(recommendations.madeAt))
    .limit(200);
}

type Judged = { submissionId: string; revision: number; people: readonly string[] };

/** The versions of the rubric by which these people judged a revision, each once: more than one if it changed meanwhile. */
export async function listRubricVersions(db: Db, { submissionId, revision, people: by }: Judged) {
  const rows = await db
    .selectDistinct({ version: recommendations.rubricVersion })
    .from(recommendations)
    .where(
      and(
        eq(recommendations.submissionId, submissionId),
        eq(recommendations.revision, revision),
        inArray(recommendations.personId, [...by]),
      ),
    )
    .orderBy(recommendations.rubricVersion);
  return rows.flatMap(({ version }) => version ?? []);
}

/** The highest number of a request, by submission; absent where nothing was asked yet. */
export async function lastRequestNumbers(
  db: Db,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ id: changeRequests.submissionId, number: max(changeRequests.number) })
    .from(changeRequests)
    .where(inArray(changeRequests.submissionId, [...submissionIds]))
    .groupBy(changeRequests.submissionId);
  return new Map(rows.map(({ id, number }) => [id, number ?? 0]));
}

/** Add numbered requests, going on where the last one stopped. Answers them as they were stored. */
export async function addRequests(
  tx: Db,
  submissionId: string,
  askedOn: number,
  requests: readonly string[],
  at: Date,
) {
  const first = ((await lastRequestNumbers(tx, [submissionId])).get(submissionId) ?? 0) + 1;
  const rows = requests.map((request, index) => ({
    submissionId,
    number: first + index,
    request,
    askedOn,
    createdAt: at,
  }));
  return tx.insert(changeRequests).values(rows).returning();
}

export async function listRequests(db: Db, submissionId: string) {
  return db
    .select()
    .from(changeRequests)
    .where(eq(changeRequests.submissionId, submissionId))
    .orderBy(asc(changeRequests.number))
    .limit(500);
}

/** Store the answers to open requests. An answer to a request that is not open changes nothing. */
export async function answerRequests(
  tx: Db,
  submissionId: string,
  answers: readonly { number: number; answer: string }[],
  at: Date,
): Promise<void> {
  for (const { number, answer } of answers)
    await tx
      .update(changeRequests)
      .set({ answer, answeredAt: at })
      .where(
        and(
          eq(changeRequests.submissionId, submissionId),
          eq(changeRequests.number, number),
          isNull(changeRequests.answer),
        ),
      );
}

export async function addDecline(
  tx: Db,
  decline: {
    submissionId: string;
    round: number;
    code: ReasonCode;
    message: string;
    repair: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .insert(declines)
    .values(decline)
    .onConflictDoUpdate({ target: [declines.submissionId, declines.round], set: decline });
}

export async function findDecline(db: Db, submissionId: string, round: number) {
  const [row] = await db
    .select()
    .from(declines)
    .where(and(eq(declines.submissionId, submissionId), eq(declines.round, round)));
  return row;
}
