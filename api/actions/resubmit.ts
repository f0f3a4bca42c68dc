/** The submitter answers every request and sends the text again. */
import { answerRequests } from '#api/db/reviews.ts';
import { addRevision } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { withoutWithheld } from '#api/review/to-public.ts';
import type { SubmitterInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { checkSteps } from './check-steps.ts';
import { tellPeople } from './notices.ts';

export async function resubmit(
  deps: Deps,
  party: Party,
  id: string,
  { content, answers }: SubmitterInput<'resubmit'>,
) {
  checkSteps(deps, content);
  return act(deps, { party, id, action: 'resubmit', input: { answers } }, async ({ tx, row, facts, at }) => {
    const number = row.revision + 1;
    await answerRequests(tx, id, answers, at);
    await addRevision(tx, {
      submissionId: id,
      number,
      round: row.round,
      content: withoutWithheld(content),
      createdAt: at,
    });
    return { set: { revision: number }, also: tellPeople(facts, facts.assigned, row.reference) };
  });
}
