/** Files go: one by the wish of whoever added it, all of them where nothing of a submission is kept. */
import type { Db } from '#api/db/client.ts';
import { appendEvent } from '#api/db/events.ts';
import { deleteAllEvidence, deleteEvidence } from '#api/db/evidence.ts';
import { listRuns } from '#api/db/lab-runs.ts';
import { lockSubmission } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { by, type Party } from './act.ts';
import type { Keeper } from './evidence-keepers.ts';

type Needs = Pick<Deps, 'db' | 'evidence' | 'now'>;

/**
 * Submitters may take back what is theirs, whatever has become of the submission; the desk what the desk added.
 * Refuses with `not_found`, and with `conflict` a file that a run of the lab lists.
 */
export async function removeEvidence(
  deps: Needs,
  keeper: Keeper,
  submissionId: string,
  id: string,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await lockSubmission(tx, submissionId);
    const row = await keeper.find(tx, submissionId);
    if (row && keeper.keeps === 'desk') await refuseFileOfRun(tx, submissionId, id);
    if (!row || !(await deleteEvidence(tx, submissionId, id, keeper.keeps))) throw notFound();
    const event = { type: 'remove_evidence', ...by(keeper.party, 'remove_evidence') };
    await appendEvent(tx, submissionId, { ...event, payload: { id } }, deps.now());
  });
  await deps.evidence.remove({ submissionId, id });
}

async function refuseFileOfRun(tx: Db, submissionId: string, id: string): Promise<void> {
  const runs = (await listRuns(tx, submissionId)).map(({ run }) => run);
  const listing = runs.filter(({ files }) => files?.some((file) => file.id === id));
  if (listing.length === 0) return;
  throw new AppError(
    'conflict',
    listing.some(({ statementDue }) => statementDue !== null)
      ? 'A result of the lab that was sent rests on this file, so it stays.'
      : 'A run of the lab lists this file. Record the run again without it, then remove it.',
  );
}

/** Erase every file of a submission, as the retention table demands. Safe to repeat. */
export async function eraseEvidence(deps: Needs, submissionId: string): Promise<void> {
  const ids = await deps.db.transaction(async (tx) => {
    await lockSubmission(tx, submissionId);
    return forgetEvidence(tx, { kind: 'system' }, submissionId, deps.now());
  });
  await removeFiles(deps, submissionId, ids);
}

/**
 * The part of it that belongs into the caller's transaction, which holds the lock. Answers the ids for `removeFiles`,
 * to be called once that has committed; should the process die in between, the sweep does it.
 */
export async function forgetEvidence(
  tx: Db,
  party: Party,
  submissionId: string,
  at: Date,
): Promise<string[]> {
  const ids = await deleteAllEvidence(tx, submissionId);
  const event = { type: 'erase_evidence', ...by(party, 'erase_evidence') };
  if (ids.length > 0) await appendEvent(tx, submissionId, { ...event, payload: { ids } }, at);
  return ids;
}

export async function removeFiles(
  { evidence }: Pick<Deps, 'evidence'>,
  submissionId: string,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) await evidence.remove({ submissionId, id });
}
