/** The submitter takes a submission back. One that is being published is refused: it can be retired a moment later. */
import type { SubmissionRow } from '#api/db/submissions.ts';
import { removeUnpublished } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { act, noLongerApproved, type Party } from './act.ts';
import { forgetEvidence, removeFiles } from './remove-evidence.ts';

export async function withdraw(deps: Deps, party: Party, id: string): Promise<SubmissionRow> {
  let files: readonly string[] = [];
  const moved = await act(deps, { party, id, action: 'withdraw' }, async ({ tx, row, at }) => {
    await removeUnpublished(tx, id);
    // Withdrawing a correction leads back to the page, and what the page rests on stays.
    if (row.live === 'none') files = await forgetEvidence(tx, party, id, at);
    return { set: noLongerApproved(row) };
  });
  await removeFiles(deps, id, files);
  return moved;
}
