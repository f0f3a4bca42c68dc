/** An editor sends an offering to the lab, from the review or, as a retest, while it is published. */
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';

export const sendToLab = (deps: Deps, party: Party, id: string, input: DeskInput<'send_to_lab'>) =>
  act(deps, { party, id, action: 'send_to_lab', input }, async ({ row }) => ({
    set: { labFrom: row.state === 'published' ? 'published' : 'in_review' },
    letter: compose('lab_dates', row.reference, input),
  }));
