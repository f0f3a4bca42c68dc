/** How lessons came that an editor recorded for somebody. */
import { and, desc, eq, not } from 'drizzle-orm';
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
  db
    .select({
      reference: submissions.reference,
      way: recordings.way,
      receivedOn: recordings.receivedOn,
      state: submissions.state,
    })
    .from(recordings)
    .innerJoin(submissions, eq(submissions.id, recordings.submissionId))
    .where(and(eq(recordings.personId, personId), not(inConflict(db, personId))))
    .orderBy(desc(recordings.at))
    .limit(limit);

/** Forget the words of the consent, which name people. The way and the day stay. */
export async function forgetConsent(tx: Db, submissionId: string): Promise<void> {
  await tx.update(recordings).set({ consent: '' }).where(eq(recordings.submissionId, submissionId));
}
