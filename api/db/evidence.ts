/** Rows of the files of submissions. The files themselves are in the store, under the same ids. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from './client.ts';
import { evidence } from './tables.ts';

export type EvidenceRow = typeof evidence.$inferSelect;

/** The files of a submission, oldest first: at most `MOST_FILES` of its submitter and of the desk each, which whoever adds one sees to. */
export async function listEvidence(db: Db, submissionId: string): Promise<EvidenceRow[]> {
  return db
    .select()
    .from(evidence)
    .where(eq(evidence.submissionId, submissionId))
    .orderBy(asc(evidence.addedAt), asc(evidence.name));
}

export async function findEvidence(
  db: Db,
  submissionId: string,
  id: string,
): Promise<EvidenceRow | undefined> {
  const [row] = await db.select().from(evidence).where(isIt(submissionId, id));
  return row;
}

const isIt = (submissionId: string, id: string) =>
  and(eq(evidence.submissionId, submissionId), eq(evidence.id, id));

/** The caller holds the lock of the submission, and has counted. */
export async function insertEvidence(tx: Db, row: EvidenceRow): Promise<void> {
  await tx.insert(evidence).values(row);
}

/** Says whether it was there, and added by the one who removes it. */
export async function deleteEvidence(
  tx: Db,
  submissionId: string,
  id: string,
  addedBy: EvidenceRow['addedBy'],
): Promise<boolean> {
  const gone = await tx
    .delete(evidence)
    .where(and(isIt(submissionId, id), eq(evidence.addedBy, addedBy)))
    .returning({ id: evidence.id });
  return gone.length === 1;
}

/** Forget all files of a submission. Answers their ids, to remove the files once this has committed. */
export async function deleteAllEvidence(tx: Db, submissionId: string): Promise<string[]> {
  const gone = await tx
    .delete(evidence)
    .where(eq(evidence.submissionId, submissionId))
    .returning({ id: evidence.id });
  return gone.map(({ id }) => id);
}

/** Which of these ids have a row. */
export async function listKnownEvidence(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: evidence.id })
    .from(evidence)
    .where(inArray(evidence.id, [...ids]));
  return new Set(rows.map(({ id }) => id));
}
