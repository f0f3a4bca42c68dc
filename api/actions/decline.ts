/** An editor declines, with a reason code and a way to repair it. */
import { addDecline } from '#api/db/reviews.ts';
import type { Deps } from '#api/deps.ts';
import { decisionLetter } from '#api/letters/decisions.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, noLongerApproved, type Party } from './act.ts';

export const decline = (deps: Deps, party: Party, id: string, input: DeskInput<'decline'>) =>
  act(deps, { party, id, action: 'decline', input }, async ({ tx, row, at }) => {
    const { code, message, repair } = input;
    await addDecline(tx, { submissionId: id, round: row.round, code, message, repair, at });
    return {
      set: noLongerApproved(row),
      letter: decisionLetter('decline', input, row),
    };
  });
