/** Runs of the lab: assigned to a stay, recorded, answered by the vendor, published. Nobody but the desk reads who ran one. */
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, max, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { KeptLabFile, LabRecord, TriedStep } from '#schemas/lab-run.ts';
import type { Db } from './client.ts';
import type { SubmissionRow } from './submissions.ts';
import { labRuns, people, submissions } from './tables.ts';

export type LabRunRow = typeof labRuns.$inferSelect;

/** What was found, or nothing while it was not recorded. */
export function foundIn(run: LabRunRow) {
  const { verdict, productVersion, environment, ranOn, results, summary, files } = run;
  if (!verdict || !productVersion || !environment || !ranOn || !results || !summary || !files)
    return undefined;
  return { verdict, productVersion, environment, ranOn, results, summary, files };
}

type Assigned = Pick<
  LabRunRow,
  | 'id'
  | 'submissionId'
  | 'stay'
  | 'procedure'
  | 'procedureVersion'
  | 'procedureText'
  | 'revision'
  | 'instructionsHash'
  | 'assignedAt'
>;

/** What is tried in one stay in the lab. */
export async function assignRuns(tx: Db, runs: readonly Assigned[]): Promise<void> {
  await tx.insert(labRuns).values([...runs]);
}

/** How often the offering was in the lab. */
export async function countStays(tx: Db, submissionId: string): Promise<number> {
  const [last] = await tx
    .select({ stay: max(labRuns.stay) })
    .from(labRuns)
    .where(eq(labRuns.submissionId, submissionId));
  return last?.stay ?? 0;
}

/** The stay that has not ended; `undefined` where the offering is not in the lab. */
export const currentStay = async (tx: Db, { id, state }: Pick<SubmissionRow, 'id' | 'state'>) =>
  state === 'in_lab' ? countStays(tx, id) : undefined;

const other = alias(labRuns, 'other');
const isOfNewestStay = sql`${labRuns.stay} = (select max(${other.stay}) from ${labRuns} as other where ${other.submissionId} = ${labRuns.submissionId})`;

/** Procedures of the newest stay that have no verdict yet, by offering; absent where each has one. */
export async function countWithoutVerdict(
  tx: Db,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ id: labRuns.submissionId, number: count() })
    .from(labRuns)
    .where(and(inArray(labRuns.submissionId, [...submissionIds]), isOfNewestStay, isNull(labRuns.verdict)))
    .groupBy(labRuns.submissionId);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Every run of an offering, the newest stay first, with the name of who ran it. */
export const listRuns = (db: Db, submissionId: string) =>
  db
    .select({ run: labRuns, by: people.name })
    .from(labRuns)
    .leftJoin(people, eq(people.id, labRuns.personId))
    .where(eq(labRuns.submissionId, submissionId))
    .orderBy(desc(labRuns.stay), asc(labRuns.procedure))
    .limit(500);

/** The runs of the newest stay of each of these offerings, in the order of their procedures. */
export const listNewestRuns = (tx: Db, submissionIds: readonly string[]): Promise<LabRunRow[]> =>
  tx
    .select()
    .from(labRuns)
    .where(and(inArray(labRuns.submissionId, [...submissionIds]), isOfNewestStay))
    .orderBy(asc(labRuns.procedure));

export async function findRun(tx: Db, submissionId: string, id: string): Promise<LabRunRow | undefined> {
  const [row] = await tx
    .select()
    .from(labRuns)
    .where(and(eq(labRuns.id, id), eq(labRuns.submissionId, submissionId)));
  return row;
}

type Recorded = Omit<LabRecord, 'results' | 'files' | 'deskOnly'> & {
  results: TriedStep[];
  files: KeptLabFile[];
  personId: string;
  recordedAt: Date;
};

/** Write what was found, in place of what was written before. Says whether the results were not sent yet. */
export async function recordRun(tx: Db, id: string, record: Recorded): Promise<boolean> {
  const recorded = await tx
    .update(labRuns)
    .set(record)
    .where(and(eq(labRuns.id, id), isNull(labRuns.statementDue)))
    .returning({ id: labRuns.id });
  return recorded.length === 1;
}

/** The results of a stay are sent: from now until `due` the vendor may give a statement on each. */
export async function openStatements(tx: Db, submissionId: string, stay: number, due: Date): Promise<void> {
  await tx
    .update(labRuns)
    .set({ statementDue: due })
    .where(and(eq(labRuns.submissionId, submissionId), eq(labRuns.stay, stay)));
}

/** Store the vendor's one statement on a run. Says whether there was none before. */
export async function giveStatement(tx: Db, id: string, statement: string, at: Date): Promise<boolean> {
  const given = await tx
    .update(labRuns)
    .set({ statement, statementAt: at })
    .where(and(eq(labRuns.id, id), isNull(labRuns.statementAt)))
    .returning({ id: labRuns.id });
  return given.length === 1;
}

/** A run with the address of its offering. */
export type PublicRun = { run: LabRunRow; slug: string };

const withSlug = (db: Db) =>
  db
    .select({ run: labRuns, slug: submissions.slug })
    .from(labRuns)
    .innerJoin(submissions, eq(submissions.id, labRuns.submissionId));

/**
 * What the records folder must hold at `at`: every run whose vendor has spoken or has had its time, once the offering is
 * public or, being among `coming`, about to be. A retirement takes the vendor's words down and not what the lab found.
 */
export async function listPublicRuns(db: Db, at: Date, coming: readonly string[]): Promise<PublicRun[]> {
  const rows = await withSlug(db)
    .where(
      and(
        isNotNull(labRuns.recordedAt),
        or(isNotNull(labRuns.statementAt), lt(labRuns.statementDue, at)),
        or(ne(submissions.live, 'none'), inArray(submissions.id, [...coming])),
      ),
    )
    .orderBy(asc(submissions.slug), asc(labRuns.stay), asc(labRuns.procedure));
  return withAddress(rows);
}

/** Runs whose files may stand beside texts that are given back: of `ids`, those that were never public. */
export async function listNeverPublicRuns(db: Db, ids: readonly string[]): Promise<PublicRun[]> {
  const rows = await withSlug(db).where(
    and(
      inArray(submissions.id, [...ids]),
      eq(submissions.live, 'none'),
      isNull(labRuns.publishedAt),
      isNotNull(labRuns.recordedAt),
    ),
  );
  return withAddress(rows);
}

const withAddress = (rows: readonly { run: LabRunRow; slug: string | null }[]): PublicRun[] =>
  rows.flatMap(({ run, slug }) => (slug === null ? [] : [{ run, slug }]));

/** Note that the pages with these runs are up. */
export async function markRunsPublished(db: Db, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(labRuns)
    .set({ publishedAt: at })
    .where(and(inArray(labRuns.id, [...ids]), isNull(labRuns.publishedAt)));
}
