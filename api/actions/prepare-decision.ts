/** Prepare a decision that is released later, or take it back. It has no effect until then, so it leaves no event. */
import { findPending, removePending, setPending } from '#api/db/pending.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { Decision, PendingDecision } from '#schemas/pending.ts';
import { refusal } from './act.ts';
import { lockVisible } from './lock-visible.ts';
import { onlyDeciders, pendingFor, wouldDo } from './show-pending.ts';

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
    onlyDeciders(person);
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
    onlyDeciders(person);
    if (!(await removePending(tx, id))) throw new AppError('conflict', 'No decision is prepared here.');
  });
}
