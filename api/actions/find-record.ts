/** The public record that a revision makes. */
import type { Db } from '#api/db/client.ts';
import { findContent } from '#api/db/submissions.ts';
import { type PublicRecord, toPublic } from '#api/review/to-public.ts';
import { isShort } from '#schemas/submission.ts';

/** Throws on a short lesson: the workflow lets nobody approve or sign one. */
export async function findRecord(db: Db, submissionId: string, revision: number): Promise<PublicRecord> {
  const content = await findContent(db, submissionId, revision);
  if (isShort(content)) throw new Error(`Submission ${submissionId} was never expanded, so it has no record`);
  return toPublic(content);
}
