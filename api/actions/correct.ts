/** Open a correction of a published text: a new round on a copy of it, while the page stays up. */
import type { Deps } from '#api/deps.ts';
import { decisionLetter } from '#api/letters/decisions.ts';
import { act, type Party } from './act.ts';
import { tellEditors } from './notices.ts';
import { startRound } from './start-round.ts';

/** The desk names the revision and may edit the letter; a submitter does neither. */
type Reason = { reason: string; revision?: number; matter?: string | undefined };

export const correct = (deps: Deps, party: Party, id: string, input: Reason) =>
  act(deps, { party, id, action: 'correct', input }, async (situation) => ({
    set: await startRound(situation, input.reason),
    letter: decisionLetter('correct', input, situation.row),
    also: tellEditors(situation.facts, situation.row.reference),
  }));
