/** The facts of a submission that the workflow decides on, read in one go inside the transaction that acts. */
import { and, asc, eq, gte, isNull, min, sql } from 'drizzle-orm';
import type { Facts } from '#api/review/facts.ts';
import { idleDays } from '#api/review/service-levels.ts';
import { isShort } from '#schemas/submission.ts';
import { listAttested } from './attestations.ts';
import type { Db } from './client.ts';
import { listFindings } from './findings.ts';
import { countWithoutVerdict } from './lab-runs.ts';
import type { SubmissionRow } from './submissions.ts';
import { assignments, changeRequests, people, recommendations, revisions, submissions } from './tables.ts';
import { inConflict } from './visibility.ts';

export async function findFacts(tx: Db, row: SubmissionRow, now: Date): Promise<Facts> {
  return {
    kind: row.kind,
    state: row.state,
    live: row.live,
    revision: row.revision,
    ...(await findCompleteness(tx, row)),
    authors: await listAuthors(tx, row.id),
    desk: await listDesk(tx, row.id),
    assigned: await listAssignedIds(tx, row.id),
    attested: await listAttested(tx, row.id),
    recommendations: await listVerdicts(tx, row.id),
    openFindings: (await listFindings(tx, row.id, row.revision)).filter(({ kept }) => !kept).length,
    openRequests: await listOpenRequests(tx, row),
    proceduresWithoutVerdict: await countWithoutVerdict(tx, row),
    slug: row.slug ?? undefined,
    shownHash: row.contentHash ?? undefined,
    lapsedFrom: row.lapsedFrom ?? undefined,
    labFrom: row.labFrom ?? undefined,
    idleDays: idleDays(row.stateSince, now),
    reminders: row.reminders,
  };
}

/** What is stored has passed the schema of its form; a draft that was not sent has no revision. */
async function findCompleteness(tx: Db, row: SubmissionRow): Promise<Pick<Facts, 'complete' | 'expanded'>> {
  const [newest] = await tx
    .select({ content: revisions.content })
    .from(revisions)
    .where(and(eq(revisions.submissionId, row.id), eq(revisions.number, row.revision)));
  return { complete: newest !== undefined, expanded: newest !== undefined && !isShort(newest.content) };
}

/** Of all rounds: a new round begins with a copy, and whoever wrote the text that was copied wrote it still. */
async function listAuthors(tx: Db, submissionId: string): Promise<Facts['authors']> {
  const rows = await tx
    .selectDistinct({ author: revisions.authorId })
    .from(revisions)
    .where(and(eq(revisions.submissionId, submissionId), eq(revisions.copied, false)));
  return rows.map(({ author }) => (author === null ? { kind: 'submitter' } : { kind: 'person', id: author }));
}

async function listDesk(tx: Db, id: string): Promise<Facts['desk']> {
  return tx
    .select({ id: people.id, roles: people.roles, conflicted: sql<boolean>`${inConflict(tx, people.id)}` })
    .from(people)
    .innerJoin(submissions, eq(submissions.id, id))
    .where(isNull(people.leftAt));
}

async function listAssignedIds(tx: Db, id: string): Promise<string[]> {
  const rows = await tx
    .select({ id: assignments.personId })
    .from(assignments)
    .where(eq(assignments.submissionId, id));
  return rows.map((row) => row.id);
}

async function listVerdicts(tx: Db, id: string): Promise<Facts['recommendations']> {
  return tx
    .select({
      person: recommendations.personId,
      revision: recommendations.revision,
      verdict: recommendations.verdict,
    })
    .from(recommendations)
    .where(eq(recommendations.submissionId, id))
    .orderBy(asc(recommendations.madeAt));
}

/** Of this round: what was asked before a decline is not asked any more. */
async function listOpenRequests(tx: Db, { id, round }: SubmissionRow): Promise<number[]> {
  const [first] = await tx
    .select({ number: min(revisions.number) })
    .from(revisions)
    .where(and(eq(revisions.submissionId, id), eq(revisions.round, round)));
  const rows = await tx
    .select({ number: changeRequests.number })
    .from(changeRequests)
    .where(
      and(
        eq(changeRequests.submissionId, id),
        isNull(changeRequests.answer),
        gte(changeRequests.askedOn, first?.number ?? 1),
      ),
    )
    .orderBy(asc(changeRequests.number));
  return rows.map(({ number }) => number);
}
