/** The lab has tried every procedure and gives the offering back. */
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';

export const finishLab = (deps: Deps, party: Party, id: string, input: DeskInput<'finish_lab'>) =>
  act(deps, { party, id, action: 'finish_lab', input }, async ({ row }) => ({
    set: { labFrom: null },
    letter: compose('lab_results', row.reference, input),
  }));
