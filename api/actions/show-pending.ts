/** Prepared decisions as editors look them over: the letter as it would go, and whether the workflow would let it go now. */
import { readFacts } from '#api/db/facts.ts';
import { listNames, listPending, type SeenPending } from '#api/db/pending.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import type { Known } from '#api/letters/decisions.ts';
import type { Facts } from '#api/review/facts.ts';
import { titleOf } from '#api/review/title.ts';
import { transition } from '#api/review/workflow.ts';
import { type Decision, decision, type PendingDecision } from '#schemas/pending.ts';
import { actorOf } from './act.ts';
import { OUTDATED, readKnown, worded } from './decision-letter.ts';
import { onlyEditors } from './only-editors.ts';

type Needs = Pick<Deps, 'db' | 'procedures' | 'now'>;
const AT_MOST = 100;

/** Refuses with `forbidden` whoever does not decide. */
export const onlyDeciders = (person: Person) => onlyEditors(person, 'prepare and release decisions');

export async function showPending(deps: Needs, person: Person): Promise<PendingDecision[]> {
  onlyDeciders(person);
  return lookOver(deps, person, await listPending(deps.db, person, AT_MOST));
}

/** Each as `person` would release it now. Asking does nothing. */
export async function lookOver(
  deps: Needs,
  person: Person,
  rows: readonly SeenPending[],
): Promise<PendingDecision[]> {
  const at = deps.now();
  const submissions = rows.map(({ submission }) => submission);
  const factsOf = await readFacts(deps.db, submissions, at);
  const knownOf = await readKnown(deps, deps.db, submissions, at);
  const seen = rows.map((row) => ({ ...row, prepared: readDecision(row.pending) }));
  const names = new Map([
    ...(await listNames(
      deps.db,
      seen.flatMap(({ prepared }) => reviewersIn(prepared)),
    )),
    ...deps.procedures.map(({ id, title }) => [id, title] as const),
  ]);
  return seen.map(({ pending, prepared, submission, content, by }) => ({
    id: submission.id,
    reference: submission.reference,
    kind: submission.kind,
    title: titleOf(content),
    state: submission.state,
    decision: prepared,
    names: namesIn(prepared, names),
    by,
    at: pending.at.toISOString(),
    ...asItWouldGo(prepared, person, factsOf(submission), knownOf(submission)),
  }));
}

/** The letter, and why the decision could not be released. */
function asItWouldGo(
  { action, input }: Decision,
  person: Person,
  facts: Facts,
  known: Known,
): Pick<PendingDecision, 'matter' | 'worded' | 'blockedBy'> {
  const outcome = transition(facts, action, actorOf({ kind: 'person', person }, facts), input);
  const letter = worded(action, input, known);
  const isOutdated = input.wording !== undefined && input.wording !== letter.wording;
  const blockedBy = outcome.ok ? isOutdated && OUTDATED : outcome.reason.message;
  return { matter: input.matter ?? letter.matter, worded: letter, ...(blockedBy && { blockedBy }) };
}

/** What was stored has passed this schema. */
export const readDecision = ({ action, input }: SeenPending['pending']): Decision =>
  decision.parse({ action, input });

const reviewersIn = ({ action, input }: Decision) => (action === 'triage' ? input.reviewers : []);
const proceduresIn = ({ action, input }: Decision) => (action === 'send_to_lab' ? input.procedures : []);

/** Of what the decision names by id. A procedure that the guide dropped has no name any more. */
const namesIn = (one: Decision, names: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    [...reviewersIn(one), ...proceduresIn(one)].flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [[id, name]];
    }),
  );
