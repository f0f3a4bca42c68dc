/** Prepare a decision that is released later, or take it back. It has no effect until then, so it leaves no event. */
import { findPending, removePending, type SeenPending, setPending } from '#api/db/pending.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { Decision, PendingDecision } from '#schemas/pending.ts';
import { lockVisible } from './lock-visible.ts';
import { rehearse } from './rehearse-decision.ts';
import { lookOver, onlyDeciders } from './show-pending.ts';

/**
 * Refuses whatever the decision itself would be refused for now, and with `conflict` to take the place of another that is
 * not the one prepared at `replaces`.
 */
export async function prepareDecision(
  deps: Deps,
  person: Person,
  id: string,
  prepared: Decision,
  replaces?: string,
): Promise<PendingDecision> {
  return deps.db.transaction(async (tx) => {
    const { revision, state } = await lockVisible(tx, person, id);
    onlyDeciders(person);
    const within = { ...deps, db: tx };
    await rehearse(within, person, id, prepared);
    refuseUnseen(await findPending(tx, person, id), replaces);
    const { action } = prepared;
    // It was decided on what stands here now, whether its sender said so or not.
    const input = { ...prepared.input, state };
    await setPending(tx, { submissionId: id, revision, action, input, personId: person.id, at: deps.now() });
    const stored = await findPending(tx, person, id);
    const [shown] = stored ? await lookOver(within, person, [stored]) : [];
    if (!shown) throw new Error(`The decision on ${id} was not stored`);
    return shown;
  });
}

/** Nobody overwrites or releases what they have not seen. */
export function refuseUnseen(found: SeenPending | undefined, seen: string | undefined): void {
  if (!found || found.pending.at.toISOString() === seen) return;
  throw new AppError(
    'conflict',
    `${found.by} has prepared a decision here that you have not seen. Look at it first: it is among the pending decisions.`,
  );
}

export async function takeBackDecision({ db }: Pick<Deps, 'db'>, person: Person, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    await lockVisible(tx, person, id);
    onlyDeciders(person);
    if (!(await findPending(tx, person, id))) throw new AppError('conflict', 'No decision is prepared here.');
    await removePending(tx, id);
  });
}
