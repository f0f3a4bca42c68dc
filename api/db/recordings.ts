/** How lessons came that an editor recorded for somebody. */
import { and, desc, eq, not, type SQL } from 'drizzle-orm';
import type { Db } from './client.ts';
import { recordings, submissions } from './tables.ts';
import { inConflict } from './visibility.ts';

export async function addRecording(tx: Db, row: typeof recordings.$inferInsert): Promise<void> {
  await tx.insert(recordings).values(row);
}

export async function findRecording(db: Db, submissionId: string) {
  const [row] = await db.select().from(recordings).where(eq(recordings.submissionId, submissionId));
  return row;
}

/** What one person recorded, the newest first, without what they must not see any more. */
export const listOwnRecordings = (db: Db, personId: string, limit: number) =>
  ownRecordings(db, personId).orderBy(desc(recordings.at)).limit(limit);

/** One of these. */
export async function findOwnRecording(db: Db, personId: string, submissionId: string) {
  const [row] = await ownRecordings(db, personId, eq(recordings.submissionId, submissionId));
  return row;
}

const ownRecordings = (db: Db, personId: string, which?: SQL) =>
  db
    .select({
      id: submissions.id,
      reference: submissions.reference,
      way: recordings.way,
      receivedOn: recordings.receivedOn,
      state: submissions.state,
    })
    .from(recordings)
    .innerJoin(submissions, eq(submissions.id, recordings.submissionId))
    .where(and(eq(recordings.personId, personId), not(inConflict(db, personId)), which));

/** Forget the words of the consent, which name people. The way and the day stay. */
export async function forgetConsent(tx: Db, submissionId: string): Promise<void> {
  await tx.update(recordings).set({ consent: '' }).where(eq(recordings.submissionId, submissionId));
}
