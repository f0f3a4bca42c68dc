/** Prepared decisions as editors look them over: the letter as it would go, and whether the workflow would let it go now. */
import type { Db } from '#api/db/client.ts';
import { findFacts } from '#api/db/facts.ts';
import { listPending, type SeenPending } from '#api/db/pending.ts';
import type { Person } from '#api/db/people.ts';
import { nextRequestNumber } from '#api/db/reviews.ts';
import { findVisible, type SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { notFound } from '#api/errors.ts';
import { decisionLetter } from '#api/letters/decisions.ts';
import { titleOf } from '#api/review/title.ts';
import { type Outcome, transition } from '#api/review/workflow.ts';
import { type Decision, decision, type PendingDecision } from '#schemas/pending.ts';
import { actorOf, refusal } from './act.ts';
import { onlyEditors } from './only-editors.ts';

type Needs = Pick<Deps, 'db' | 'now'>;
const AT_MOST = 100;

/** Refuses with `forbidden` whoever does not decide. */
export const onlyDeciders = (person: Person) => onlyEditors(person, 'prepare and release decisions');

export async function showPending(deps: Needs, person: Person): Promise<PendingDecision[]> {
  onlyDeciders(person);
  const rows = await listPending(deps.db, person, AT_MOST);
  return Promise.all(rows.map((row) => pendingFor(deps, person, row)));
}

export async function pendingFor(
  { db, now }: Needs,
  person: Person,
  { pending, submission, content, by }: SeenPending,
): Promise<PendingDecision> {
  const prepared = readDecision(pending);
  const outcome = await wouldDo(db, person, submission, prepared, now());
  return {
    id: submission.id,
    reference: submission.reference,
    kind: submission.kind,
    title: titleOf(content),
    state: submission.state,
    decision: prepared,
    matter: await matterOf(db, submission, prepared),
    by,
    at: pending.at.toISOString(),
    ...(!outcome.ok && { blockedBy: outcome.reason.message }),
  };
}

/** What was stored has passed this schema. */
export const readDecision = ({ action, input }: SeenPending['pending']): Decision =>
  decision.parse({ action, input });

/** The letter of a decision as it would go now, for somebody who could decide so. */
export async function wordLetter(
  { db, now }: Needs,
  person: Person,
  id: string,
  asked: Decision,
): Promise<{ matter: string }> {
  const row = await findVisible(db, person, id);
  if (!row) throw notFound();
  const outcome = await wouldDo(db, person, row, asked, now());
  if (!outcome.ok) throw refusal(outcome.reason);
  return { matter: await matterOf(db, row, asked) };
}

/** Ask the workflow; asking does nothing. */
export async function wouldDo(
  db: Db,
  person: Person,
  row: SubmissionRow,
  { action, input }: Decision,
  now: Date,
): Promise<Outcome> {
  const facts = await findFacts(db, row, now);
  return transition(facts, action, actorOf({ kind: 'person', person }, facts), input);
}

async function matterOf(db: Db, { id, reference }: SubmissionRow, { action, input }: Decision) {
  const firstNumber = await nextRequestNumber(db, id);
  return decisionLetter(action, input, { reference, firstNumber }).matter;
}
