/** Take somebody off a submission. What they recommended stays on the record. */
import { unassign as store } from '#api/db/reviews.ts';
import type { Deps } from '#api/deps.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';

export const unassign = (deps: Deps, party: Party, id: string, input: DeskInput<'unassign'>) =>
  act(deps, { party, id, action: 'unassign', input }, async ({ tx }) => {
    await store(tx, id, input.person);
    return {};
  });
