/** The submitter comes back after a lapse: everything goes on where it stopped. */
import type { Deps } from '#api/deps.ts';
import { act, type Party } from './act.ts';

export const resume = (deps: Deps, party: Party, id: string) =>
  act(deps, { party, id, action: 'resume' }, async () => ({ set: { lapsedFrom: null } }));
