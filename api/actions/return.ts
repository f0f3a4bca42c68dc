/** An editor takes a text back into review before it is published. A signature that was given is void. */
import { removeUnpublished } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, noLongerApproved, type Party } from './act.ts';
import { letterOf } from './decision-letter.ts';

export const returnToReview = (deps: Deps, party: Party, id: string, input: DeskInput<'return'>) =>
  act(deps, { party, id, action: 'return', input }, async (situation) => {
    await removeUnpublished(situation.tx, id);
    return {
      set: noLongerApproved(situation.row),
      letter: await letterOf(deps, situation, 'return', input),
    };
  });
