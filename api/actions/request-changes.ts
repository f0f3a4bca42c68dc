/** The reviewers ask the submitter for changes, numbered so that each can be answered. */
import { addRequests } from '#api/db/change-requests.ts';
import type { Deps } from '#api/deps.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { letterOf } from './decision-letter.ts';

export const requestChanges = (deps: Deps, party: Party, id: string, input: DeskInput<'request_changes'>) =>
  act(deps, { party, id, action: 'request_changes', input }, async (situation) => {
    const { tx, row, at } = situation;
    // Before they are added: it tells the numbers that they get.
    const letter = await letterOf(deps, situation, 'request_changes', input);
    await addRequests(tx, id, row.revision, input.requests, at);
    return { letter };
  });
