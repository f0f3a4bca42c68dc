/** The submitter comes back after a decline and says what has changed. */
import type { Deps } from '#api/deps.ts';
import { withoutWithheld } from '#api/review/to-public.ts';
import type { SubmitterInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { checkSteps } from './check-steps.ts';
import { tellEditors } from './notices.ts';
import { startRound } from './start-round.ts';

export async function reopen(
  deps: Deps,
  party: Party,
  id: string,
  { changes, content }: SubmitterInput<'reopen'>,
) {
  if (content) checkSteps(deps, content);
  return act(deps, { party, id, action: 'reopen', input: { changes } }, async (situation) => ({
    set: await startRound(situation, changes, content && withoutWithheld(content)),
    also: tellEditors(situation.facts, situation.row.reference),
  }));
}
