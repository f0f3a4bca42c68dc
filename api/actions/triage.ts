/** An editor takes a submission into review and asks two people or more to read it. */
import { assign } from '#api/db/assignments.ts';
import type { Deps } from '#api/deps.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { letterOf } from './decision-letter.ts';
import { tellPeople } from './notices.ts';

export const triage = (deps: Deps, party: Party, id: string, input: DeskInput<'triage'>) =>
  act(deps, { party, id, action: 'triage', input }, async (situation) => {
    const { tx, row, facts, at } = situation;
    await assign(tx, id, input.reviewers, at);
    return {
      letter: await letterOf(deps, situation, 'triage', input),
      also: tellPeople(facts, input.reviewers, row.reference),
    };
  });
