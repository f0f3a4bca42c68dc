/** What people at the desk say of a submission: declared conflicts, recommendations, declines. */
import { and, asc, desc, eq, inArray, not } from 'drizzle-orm';
import type { ReasonCode, Verdict } from '#schemas/workflow.ts';
import { unassign } from './assignments.ts';
import type { Db } from './client.ts';
import { conflicts, declines, pendingDecisions, people, recommendations, submissions } from './tables.ts';
import { inConflict } from './visibility.ts';

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
