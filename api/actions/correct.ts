/** Open a correction of a published text: a new round on a copy of it, while the page stays up. */
import type { Deps } from '#api/deps.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { letterOf } from './decision-letter.ts';
import { tellEditors } from './notices.ts';
import { startRound } from './start-round.ts';

/** The desk names the revision and may edit the letter; a submitter does neither. */
type Reason = Pick<DeskInput<'correct'>, 'reason' | 'matter' | 'wording'> & { revision?: number };

export const correct = (deps: Deps, party: Party, id: string, input: Reason) =>
  act(deps, { party, id, action: 'correct', input }, async (situation) => ({
    set: await startRound(situation, input.reason),
    letter: await letterOf(deps, situation, 'correct', input),
    also: tellEditors(situation.facts, situation.row.reference),
  }));
