/** Somebody opens a file: of the desk, and then it is on the record, or whoever sent it. */
import { appendEvent } from '#api/db/events.ts';
import { type EvidenceRow, findEvidence } from '#api/db/evidence.ts';
import { listRuns } from '#api/db/lab-runs.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { notFound } from '#api/errors.ts';
import { by, type SubmitterParty } from './act.ts';
import { lockVisible } from './lock-visible.ts';

export type Opened = { row: EvidenceRow; content: ReadableStream<Uint8Array> };

/** Refuses with `not_found` what is absent and what `person` must not see, alike. */
export async function readEvidence(
  { db, evidence, now }: Deps,
  person: Person,
  submissionId: string,
  id: string,
): Promise<Opened> {
  const row = await db.transaction(async (tx) => {
    await lockVisible(tx, person, submissionId);
    const found = await findEvidence(tx, submissionId, id);
    if (!found) throw notFound();
    const event = { type: 'read_evidence', ...by({ kind: 'person', person }, 'read_evidence') };
    await appendEvent(tx, submissionId, { ...event, payload: { id } }, now());
    return found;
  });
  return { row, content: await evidence.open({ submissionId, id }) };
}

/**
 * A submitter opens a file of their own, or one that the lab sent with a result. Refuses with `not_found`, also what else the
 * desk added.
 */
export async function readOwnEvidence(
  { db, evidence }: Pick<Deps, 'db' | 'evidence'>,
  submitter: SubmitterParty,
  submissionId: string,
  id: string,
): Promise<Opened> {
  const row = submitter.submissionId === submissionId ? await findEvidence(db, submissionId, id) : undefined;
  if (!row || !(row.addedBy === 'submitter' || (await wasSent(db, submissionId, id)))) throw notFound();
  return { row, content: await evidence.open({ submissionId, id }) };
}

/** Whether a result that the vendor has lists the file, for the vendor too. */
async function wasSent(db: Deps['db'], submissionId: string, id: string): Promise<boolean> {
  const runs = await listRuns(db, submissionId);
  return runs.some(
    ({ run: { statementDue, files } }) =>
      statementDue !== null && files?.some((file) => file.id === id && !file.deskOnly),
  );
}
