/**
 * What every action on a submission has in common: see it, ask the workflow, do what belongs to it, and move it.
 * All in one transaction that holds the row, so that of two people who decide at once the second sees what the first did.
 */

import { findAwaited } from '#api/db/attestations.ts';
import type { Db } from '#api/db/client.ts';
import { findFacts } from '#api/db/facts.ts';
import type { Addressed } from '#api/db/letters.ts';
import type { Person } from '#api/db/people.ts';
import {
  advance,
  type Change,
  findSubmission,
  findVisible,
  lockSubmission,
  type SubmissionRow,
} from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound, type RefusalCode } from '#api/errors.ts';
import { compose, type Letter, type PlainKind } from '#api/letters/wording.ts';
import type { Actor, Facts, Input, Refusal } from '#api/review/facts.ts';
import { transition } from '#api/review/workflow.ts';
import { writerOf } from '#schemas/remark.ts';
import type { Action, ActorKind } from '#schemas/workflow.ts';

/** Who acts: somebody of the desk, the submitter by a code that opened this one submission, or a job. */
export type PersonParty = { kind: 'person'; person: Person };
export type SubmitterParty = { kind: 'submitter'; submissionId: string; mailed: boolean };
export type Party = PersonParty | SubmitterParty | { kind: 'system' };

export type Situation = { tx: Db; row: SubmissionRow; facts: Facts; at: Date };

/** What belongs to an action beside the move itself. */
export type Effect = {
  set?: Change['set'];
  /** The letter to the submitter, where its wording needs more than its kind. */
  letter?: Letter;
  /** Letters to people of the desk. */
  also?: readonly Addressed[];
  /** What the event says of it beyond the input. */
  payload?: Record<string, unknown>;
};

type Act = { party: Party; id: string; action: Action; input?: Input };

/**
 * Do `action` on submission `id`. Refuses with `not_found` what the party must not see, with `conflict` what the
 * workflow does not allow now, and then leaves no trace. `effect` writes through the transaction it is given.
 */
export async function act(
  deps: Pick<Deps, 'db' | 'jobs' | 'now'>,
  { party, id, action, input = {} }: Act,
  effect: (situation: Situation) => Promise<Effect> = async () => ({}),
): Promise<SubmissionRow> {
  return deps.db.transaction(async (tx) => {
    await lockSubmission(tx, id);
    const row = await find(tx, party, id, action);
    if (!row) throw notFound();

    const at = deps.now();
    const facts = await findFacts(tx, row, at);
    const outcome = transition(facts, action, actorOf(party, facts), input);
    if (!outcome.ok) throw refusal(outcome.reason);

    const { set, letter, also = [], payload } = await effect({ tx, row, facts, at });
    const { from, to, live, tell } = outcome;
    if (outcome.revises !== (set?.revision !== undefined))
      throw new Error(`The workflow and the action ${action} disagree on whether it makes a revision`);
    const moved = await advance(tx, deps.jobs, {
      id,
      from,
      revision: row.revision,
      to,
      event: { type: action, ...by(party, action), payload: { ...input, ...payload } },
      letters: [...toSubmitter(row, tell, letter), ...also],
      set: { ...(live !== row.live && { live }), ...set },
      at,
    });
    if (!moved)
      throw new AppError('conflict', 'Somebody else changed this submission. Reload the page and try again.');
    return moved;
  });
}

/** What an approval had chosen is void: the text to sign and, unless a page has it already, the address. */
export const noLongerApproved = ({ live }: SubmissionRow): Change['set'] => ({
  contentHash: null,
  ...(live === 'none' && { slug: null }),
});

async function find(tx: Db, party: Party, id: string, action: Action) {
  if (party.kind === 'person') {
    const row = await findVisible(tx, party.person, id);
    // Whoever sees from the outline that it may be theirs steps away without reading it.
    return row ?? (action === 'declare_conflict' ? findAwaited(tx, party.person, id) : undefined);
  }
  if (party.kind === 'submitter' && party.submissionId !== id) return undefined;
  return findSubmission(tx, id);
}

/** The party as the workflow sees it. */
export function actorOf(party: Party, facts: Facts): Actor {
  if (party.kind === 'system') return party;
  if (party.kind === 'submitter') return { kind: 'submitter', mailedCode: party.mailed };
  const { id, roles } = party.person;
  return { kind: 'person', id, roles, conflicted: facts.desk.some((one) => one.id === id && one.conflicted) };
}

/** Who the event names: the role in which somebody acted, an editor's before a reviewer's. */
export function by(party: Party, action: string): { actor: ActorKind; personId?: string } {
  if (party.kind !== 'person') return { actor: party.kind };
  const { id, roles } = party.person;
  const actor = action === 'finish_lab' ? 'lab' : writerOf(roles);
  // A conflict is nobody's to read: the desk sees that there was one, not whose.
  return action === 'declare_conflict' ? { actor } : { actor, personId: id };
}

/** The workflow says that a letter goes out; the action words it where its kind alone is not enough. */
function toSubmitter(
  { reference, receipt }: SubmissionRow,
  tell: Letter['kind'] | null,
  letter: Letter | undefined,
): Addressed[] {
  // That one is for the editors: the action addresses it. And a draft has nobody to write to.
  if (tell === null || tell === 'publishing_stopped' || receipt === null) return [];
  const worded = letter ?? compose(tell as PlainKind, reference, {});
  if (worded.kind !== tell)
    throw new Error(`The workflow asks for the letter ${tell}, the action wrote ${worded.kind}`);
  return [{ ...worded, to: 'contact' }];
}

const STATUS_OF: Partial<Record<Refusal['code'], RefusalCode>> = {
  hidden: 'not_found',
  not_allowed: 'forbidden',
  not_assigned: 'forbidden',
  not_yourself: 'forbidden',
  needs_mailed_code: 'forbidden',
};

/** A refusal of the workflow as the caller sees it. A hidden submission is answered like an absent one. */
export function refusal(reason: Refusal): AppError {
  if (reason.code === 'hidden') return notFound();
  return new AppError(STATUS_OF[reason.code] ?? 'conflict', reason.message);
}
