/** Prepare a decision that is released later, or take it back. It has no effect until then, so it leaves no event. */
import type { Db } from '#api/db/client.ts';
import { findPending, removePending, setPending } from '#api/db/pending.ts';
import type { Person } from '#api/db/people.ts';
import { findVisible, lockSubmission, type SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import type { Decision, PendingDecision } from '#schemas/pending.ts';
import { refusal } from './act.ts';
import { pendingFor, refuseUnlessEditor, wouldDo } from './show-pending.ts';

type Needs = Pick<Deps, 'db' | 'now'>;

/** Takes the place of what was prepared before. Refuses what the workflow would refuse now. */
export async function prepareDecision(
  deps: Needs,
  person: Person,
  id: string,
  prepared: Decision,
): Promise<PendingDecision> {
  return deps.db.transaction(async (tx) => {
    const row = await lockVisible(tx, person, id);
    refuseUnlessEditor(person);
    const at = deps.now();
    const outcome = await wouldDo(tx, person, row, prepared, at);
    if (!outcome.ok) throw refusal(outcome.reason);
    const { action, input } = prepared;
    await setPending(tx, {
      submissionId: id,
      revision: row.revision,
      action,
      input,
      personId: person.id,
      at,
    });
    const stored = await findPending(tx, person, id);
    if (!stored) throw new Error(`The decision on ${id} was not stored`);
    return pendingFor({ ...deps, db: tx }, person, stored);
  });
}

export async function takeBackDecision({ db }: Needs, person: Person, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    await lockVisible(tx, person, id);
    refuseUnlessEditor(person);
    if (!(await removePending(tx, id))) throw new AppError('conflict', 'No decision is prepared here.');
  });
}

async function lockVisible(tx: Db, person: Person, id: string): Promise<SubmissionRow> {
  await lockSubmission(tx, id);
  const row = await findVisible(tx, person, id);
  if (!row) throw notFound();
  return row;
}
