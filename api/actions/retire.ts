/** Take a published page down. A tombstone with the reason stays at its address. */
import { retireVersions } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { letterOf } from './decision-letter.ts';

/** The desk names the revision and may edit the letter; a submitter does neither. */
type Reason = Pick<DeskInput<'retire'>, 'reason' | 'matter' | 'wording'> & { revision?: number };

export const retire = (deps: Deps, party: Party, id: string, input: Reason) =>
  act(deps, { party, id, action: 'retire', input }, async (situation) => {
    const { tx, at } = situation;
    await retireVersions(tx, id, input.reason, at);
    await deps.jobs.send(tx, 'publish', {});
    return { letter: await letterOf(deps, situation, 'retire', input) };
  });
