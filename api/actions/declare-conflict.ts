/** Somebody finds that they should not judge this: it disappears from their desk, and what they recommended is void. */
import { declareConflict as store } from '#api/db/reviews.ts';
import type { Deps } from '#api/deps.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type PersonParty } from './act.ts';
import { tellEditors } from './notices.ts';

export const declareConflict = (
  deps: Deps,
  party: PersonParty,
  id: string,
  input: DeskInput<'declare_conflict'>,
) =>
  act(deps, { party, id, action: 'declare_conflict', input }, async ({ tx, row, facts, at }) => {
    await store(tx, id, party.person.id, at);
    const desk = facts.desk.map((one) => (one.id === party.person.id ? { ...one, conflicted: true } : one));
    return { also: tellEditors({ ...facts, desk }, row.reference).filter(({ to }) => to === 'escalation') };
  });
