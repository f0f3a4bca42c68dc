/** An editor takes a text back into review before it is published. A signature that was given is void. */
import { removeUnpublished } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { decisionLetter } from '#api/letters/decisions.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, noLongerApproved, type Party } from './act.ts';

export const returnToReview = (deps: Deps, party: Party, id: string, input: DeskInput<'return'>) =>
  act(deps, { party, id, action: 'return', input }, async ({ tx, row }) => {
    await removeUnpublished(tx, id);
    return { set: noLongerApproved(row), letter: decisionLetter('return', input, row) };
  });
