/** Ask one more person to read a submission. */
import { assign as store } from '#api/db/assignments.ts';
import type { Deps } from '#api/deps.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { tellPeople } from './notices.ts';

export const assign = (deps: Deps, party: Party, id: string, input: DeskInput<'assign'>) =>
  act(deps, { party, id, action: 'assign', input }, async ({ tx, row, facts, at }) => {
    await store(tx, id, [input.person], at);
    return { also: tellPeople(facts, [input.person], row.reference) };
  });
