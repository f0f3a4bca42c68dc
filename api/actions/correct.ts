/** Open a correction of a published text: a new round on a copy of it, while the page stays up. */
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import { act, type Party } from './act.ts';
import { tellEditors } from './notices.ts';
import { startRound } from './start-round.ts';

export const correct = (deps: Deps, party: Party, id: string, input: { reason: string; revision?: number }) =>
  act(deps, { party, id, action: 'correct', input }, async (situation) => ({
    set: await startRound(situation, input.reason),
    letter: compose('correction_opened', situation.row.reference, input),
    also: tellEditors(situation.facts, situation.row.reference),
  }));
