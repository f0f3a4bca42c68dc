/** An editor declines, with a reason code and a way to repair it. */
import { addDecline } from '#api/db/reviews.ts';
import type { Deps } from '#api/deps.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, noLongerApproved, type Party } from './act.ts';
import { letterOf } from './decision-letter.ts';

export const decline = (deps: Deps, party: Party, id: string, input: DeskInput<'decline'>) =>
  act(deps, { party, id, action: 'decline', input }, async (situation) => {
    const { tx, row, at } = situation;
    const { code, message, repair } = input;
    await addDecline(tx, { submissionId: id, round: row.round, code, message, repair, at });
    return {
      set: noLongerApproved(row),
      letter: await letterOf(deps, situation, 'decline', input),
    };
  });
