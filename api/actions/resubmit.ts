/** The submitter answers every request and sends the text again. */
import { answerRequests } from '#api/db/reviews.ts';
import type { Deps } from '#api/deps.ts';
import type { SubmitterInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { tellPeople } from './notices.ts';
import { checkText, storeText } from './store-text.ts';

export const resubmit = (
  deps: Deps,
  party: Party,
  id: string,
  { content, answers }: SubmitterInput<'resubmit'>,
) =>
  act(deps, { party, id, action: 'resubmit', input: { answers } }, async ({ tx, row, facts, at }) => {
    checkText(deps, row, content);
    const number = row.revision + 1;
    await answerRequests(tx, id, answers, at);
    await storeText(tx, { submissionId: id, number, round: row.round, content, createdAt: at });
    return { set: { revision: number }, also: tellPeople(facts, facts.assigned, row.reference) };
  });
