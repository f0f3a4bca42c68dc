/** Take a published page down. A tombstone with the reason stays at its address. */
import { retireVersions } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { decisionLetter } from '#api/letters/decisions.ts';
import { act, type Party } from './act.ts';

/** The desk names the revision and may edit the letter; a submitter does neither. */
type Reason = { reason: string; revision?: number; matter?: string | undefined };

export const retire = (deps: Deps, party: Party, id: string, input: Reason) =>
  act(deps, { party, id, action: 'retire', input }, async ({ tx, row, at }) => {
    await retireVersions(tx, id, input.reason, at);
    await deps.jobs.send(tx, 'publish', {});
    return { letter: decisionLetter('retire', input, row) };
  });
