/** The submitter answers every request and sends the text again. */

import { answerRequests } from '#api/db/change-requests.ts';
import { findFacts } from '#api/db/facts.ts';
import type { Deps } from '#api/deps.ts';
import type { SubmitterInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { independentEditorNeeded, tellPeople } from './notices.ts';
import { checkText, storeText } from './store-text.ts';

export const resubmit = (
  deps: Deps,
  party: Party,
  id: string,
  { content, answers }: SubmitterInput<'resubmit'>,
) =>
  act(deps, { party, id, action: 'resubmit', input: { answers } }, async ({ tx, row, at }) => {
    checkText(deps, row, content);
    const number = row.revision + 1;
    await answerRequests(tx, id, answers, at);
    await storeText(tx, { submissionId: id, number, round: row.round, content, createdAt: at });
    // Asked again: people tied to the vendor that is named now must not hear of it.
    const facts = await findFacts(tx, row, at);
    const also = independentEditorNeeded(facts) ?? tellPeople(facts, facts.assigned, row.reference);
    return { set: { revision: number }, also };
  });
