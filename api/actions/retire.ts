/** Take a published page down. A tombstone with the reason stays at its address. */
import { retireVersions } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import { act, type Party } from './act.ts';

export const retire = (deps: Deps, party: Party, id: string, input: { reason: string; revision?: number }) =>
  act(deps, { party, id, action: 'retire', input }, async ({ tx, row, at }) => {
    await retireVersions(tx, id, input.reason, at);
    await deps.jobs.send(tx, 'publish', {});
    return { letter: compose('retired', row.reference, input) };
  });
