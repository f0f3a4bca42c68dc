/** The facts of submissions that the workflow decides on: of one, inside the transaction that acts on it, or of a list. */
import { and, asc, eq, gte, inArray, isNull, min, not, sql } from 'drizzle-orm';
import type { Facts } from '#api/review/facts.ts';
import { idleDays } from '#api/review/service-levels.ts';
import { isShort } from '#schemas/submission.ts';
import { listAttested } from './attestations.ts';
import type { Db } from './client.ts';
import { type CheckedText, findingsIn, listTexts } from './findings.ts';
import { countWithoutVerdict } from './lab-runs.ts';
import type { SubmissionRow } from './submissions.ts';
import { assignments, changeRequests, people, recommendations, revisions, submissions } from './tables.ts';
import { inConflict } from './visibility.ts';

export const findFacts = async (tx: Db, row: SubmissionRow, now: Date): Promise<Facts> =>
  (await readFacts(tx, [row], now))(row);

/** The facts of each of `rows`, in as many statements as of one. */
export async function readFacts(
  tx: Db,
  rows: readonly SubmissionRow[],
  now: Date,
): Promise<(row: SubmissionRow) => Facts> {
  const ids = rows.map(({ id }) => id);
  const texts = await listTexts(tx, rows);
  const findings = await findingsIn(tx, [...texts.values()]);
  const authors = await listAuthors(tx, ids);
  const desk = await listDesk(tx, ids);
  const assigned = await listAssigned(tx, ids);
  const attested = await listAttested(tx, ids);
  const verdicts = await listVerdicts(tx, ids);
  const requests = await listOpenRequests(tx, ids);
  const inLab = rows.filter(({ state }) => state === 'in_lab').map(({ id }) => id);
  const withoutVerdict = await countWithoutVerdict(tx, inLab);
  return (row) => ({
    ...factsOfRow(row, now),
    ...completeness(texts.get(row.id)),
    authors: (authors.get(row.id) ?? []).map(({ author }) =>
      author === null ? { kind: 'submitter' } : { kind: 'person', id: author },
    ),
    desk: desk.map(({ conflicts, ...person }) => ({ ...person, conflicted: conflicts.includes(row.id) })),
    assigned: (assigned.get(row.id) ?? []).map(({ person }) => person),
    attested: attested.get(row.id),
    recommendations: (verdicts.get(row.id) ?? []).map(({ id: _, ...said }) => said),
    openFindings: (findings.get(row.id) ?? []).filter(({ kept }) => !kept).length,
    openRequests: (requests.get(row.id) ?? []).map(({ number }) => number),
    proceduresWithoutVerdict: withoutVerdict.get(row.id) ?? 0,
  });
}

/** What the row says by itself. */
const factsOfRow = (row: SubmissionRow, now: Date) => ({
  kind: row.kind,
  state: row.state,
  live: row.live,
  revision: row.revision,
  slug: row.slug ?? undefined,
  shownHash: row.contentHash ?? undefined,
  lapsedFrom: row.lapsedFrom ?? undefined,
  labFrom: row.labFrom ?? undefined,
  idleDays: idleDays(row.stateSince, now),
  reminders: row.reminders,
});

/** What is stored has passed the schema of its form; a draft that was not sent has no revision. */
const completeness = (newest: CheckedText | undefined): Pick<Facts, 'complete' | 'expanded'> => ({
  complete: newest !== undefined,
  expanded: newest !== undefined && !isShort(newest.content),
});

const bySubmission = <Row extends { id: string }>(rows: readonly Row[]) => Map.groupBy(rows, ({ id }) => id);

/** Of all rounds: a new round begins with a copy, and whoever wrote the text that was copied wrote it still. */
const listAuthors = async (tx: Db, ids: readonly string[]) =>
  bySubmission(
    await tx
      .selectDistinct({ id: revisions.submissionId, author: revisions.authorId })
      .from(revisions)
      .where(and(inArray(revisions.submissionId, [...ids]), eq(revisions.copied, false))),
  );

/** Everybody, with those of the submissions in which they have a conflict. */
async function listDesk(tx: Db, ids: readonly string[]) {
  const conflicts = tx
    .select({ id: sql`${submissions.id}::text` })
    .from(submissions)
    .where(and(inArray(submissions.id, [...ids]), inConflict(tx, people.id)));
  return tx
    .select({ id: people.id, roles: people.roles, conflicts: sql<string[]>`array(${conflicts})` })
    .from(people)
    .where(isNull(people.leftAt));
}

const listAssigned = async (tx: Db, ids: readonly string[]) =>
  bySubmission(
    await tx
      .select({ id: assignments.submissionId, person: assignments.personId })
      .from(assignments)
      .where(inArray(assignments.submissionId, [...ids])),
  );

/** Of those who left, too. A conflict takes the word with it, whenever it came. */
const listVerdicts = async (tx: Db, ids: readonly string[]) =>
  bySubmission(
    await tx
      .select({
        id: recommendations.submissionId,
        person: recommendations.personId,
        revision: recommendations.revision,
        verdict: recommendations.verdict,
      })
      .from(recommendations)
      .innerJoin(submissions, eq(submissions.id, recommendations.submissionId))
      .innerJoin(people, eq(people.id, recommendations.personId))
      .where(and(inArray(recommendations.submissionId, [...ids]), not(inConflict(tx, people.id))))
      .orderBy(asc(recommendations.madeAt)),
  );

/** Of this round: what was asked before a decline is not asked any more. */
async function listOpenRequests(tx: Db, ids: readonly string[]) {
  const begun = tx
    .select({ number: min(revisions.number) })
    .from(revisions)
    .where(and(eq(revisions.submissionId, submissions.id), eq(revisions.round, submissions.round)));
  return bySubmission(
    await tx
      .select({ id: changeRequests.submissionId, number: changeRequests.number })
      .from(changeRequests)
      .innerJoin(submissions, eq(submissions.id, changeRequests.submissionId))
      .where(
        and(
          inArray(submissions.id, [...ids]),
          isNull(changeRequests.answer),
          gte(changeRequests.askedOn, sql`coalesce((${begun}), 1)`),
        ),
      )
      .orderBy(asc(changeRequests.number)),
  );
}
