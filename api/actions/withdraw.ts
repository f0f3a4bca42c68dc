/** The submitter takes a submission back. One that is being published is refused: it can be retired a moment later. */
import { removeUnpublished } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { act, noLongerApproved, type Party } from './act.ts';

export const withdraw = (deps: Deps, party: Party, id: string) =>
  act(deps, { party, id, action: 'withdraw' }, async ({ tx, row }) => {
    await removeUnpublished(tx, id);
    return { set: noLongerApproved(row) };
  });
