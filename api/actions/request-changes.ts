/** The reviewers ask the submitter for changes, numbered so that each can be answered. */
import { addRequests } from '#api/db/reviews.ts';
import type { Deps } from '#api/deps.ts';
import { decisionLetter } from '#api/letters/decisions.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';

export const requestChanges = (deps: Deps, party: Party, id: string, input: DeskInput<'request_changes'>) =>
  act(deps, { party, id, action: 'request_changes', input }, async ({ tx, row, at }) => {
    const [first] = await addRequests(tx, id, row.revision, input.requests, at);
    const { reference } = row;
    return { letter: decisionLetter('request_changes', input, { reference, firstNumber: first?.number }) };
  });
