/** The submitter does not want the text as it is shown: it goes back to the review with what they say. */
import type { Deps } from '#api/deps.ts';
import type { SubmitterInput } from '#schemas/decisions.ts';
import { act, noLongerApproved, type Party } from './act.ts';
import { tellPeople } from './notices.ts';

export const dispute = (deps: Deps, party: Party, id: string, input: SubmitterInput<'dispute'>) =>
  act(deps, { party, id, action: 'dispute', input }, async ({ row, facts }) => ({
    set: noLongerApproved(row),
    also: tellPeople(facts, facts.assigned, row.reference),
  }));
