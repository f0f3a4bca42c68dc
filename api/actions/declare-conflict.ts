/** Somebody finds that they should not judge this: it disappears from their desk, and what they recommended is void. */
import { declareConflict as store } from '#api/db/reviews.ts';
import type { Deps } from '#api/deps.ts';
import type { Facts } from '#api/review/facts.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type PersonParty } from './act.ts';
import { independentEditorNeeded, tellOfVoid } from './notices.ts';

export const declareConflict = (
  deps: Deps,
  party: PersonParty,
  id: string,
  input: DeskInput<'declare_conflict'>,
) =>
  act(deps, { party, id, action: 'declare_conflict', input }, async ({ tx, row, facts, at }) => {
    await store(tx, id, party.person.id, at);
    const desk = facts.desk.map((one) => (one.id === party.person.id ? { ...one, conflicted: true } : one));
    const now: Facts = { ...facts, desk };
    return { also: independentEditorNeeded(now) ?? tellOfVoid(now, row.reference) };
  });
