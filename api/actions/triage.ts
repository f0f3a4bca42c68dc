/** An editor takes a submission into review and asks two people or more to read it. */
import { assign } from '#api/db/reviews.ts';
import type { Deps } from '#api/deps.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { tellPeople } from './notices.ts';

export const triage = (deps: Deps, party: Party, id: string, input: DeskInput<'triage'>) =>
  act(deps, { party, id, action: 'triage', input }, async ({ tx, row, facts, at }) => {
    await assign(tx, id, input.reviewers, at);
    return { also: tellPeople(facts, input.reviewers, row.reference) };
  });
