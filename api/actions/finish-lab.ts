/** The lab has tried every procedure and gives the offering back: its vendor reads the results and may answer each. */
import { countStays, openStatements } from '#api/db/lab-runs.ts';
import type { Deps } from '#api/deps.ts';
import { statementDue } from '#api/review/lab-runs.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { letterOf } from './decision-letter.ts';

export const finishLab = (deps: Deps, party: Party, id: string, input: DeskInput<'finish_lab'>) =>
  act(deps, { party, id, action: 'finish_lab', input }, async (situation) => {
    const { tx, at } = situation;
    const stay = await countStays(tx, id);
    await openStatements(tx, id, stay, statementDue(at));
    return {
      set: { labFrom: null },
      letter: await letterOf(deps, situation, 'finish_lab', input),
      payload: { stay },
    };
  });
