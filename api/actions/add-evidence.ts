/** Somebody adds a file. It is looked into first; then row and event are written, while the file is on the disk already. */

import type { Db } from '#api/db/client.ts';
import { appendEvent } from '#api/db/events.ts';
import { type EvidenceRow, insertEvidence, listEvidence } from '#api/db/evidence.ts';
import { lockSubmission, type SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import type { Arrived, Cleaned } from '#api/evidence/intake.ts';
import { CannotCheck, FileRefused } from '#api/evidence/refused.ts';
import { evidenceName, evidenceRefusal } from '#api/review/evidence.ts';
import { type EvidenceFile, MOST_FILES } from '#schemas/evidence.ts';
import { by, refusal } from './act.ts';
import type { Keeper } from './evidence-keepers.ts';

export type Adding = Arrived & {
  /** Whether the file keeps the name that it has with whoever sends it. */
  keepName: boolean;
};

/**
 * Add one file. Refuses with `not_found`, with `conflict` where no more files are taken or none can be checked now, and
 * with `invalid` a file that cannot be taken. A file that is there already is answered as if it had been added now: its
 * upload was tried again.
 */
export async function addEvidence(
  deps: Deps,
  keeper: Keeper,
  submissionId: string,
  { keepName, ...arrived }: Adding,
): Promise<EvidenceFile> {
  // Asked before the work and again under the lock: looking into a file takes seconds.
  refuseMore(await keeper.find(deps.db, submissionId), keeper, []);
  // Counted only then: the count would tell of a submission, and be used up, by whoever must not see it.
  await deps.limits.consume('evidence', submissionId);
  const cleaned = await clean(deps, arrived);
  const key = { submissionId, id: deps.newId() };
  await deps.evidence.put(key, cleaned.file);
  let kept: EvidenceRow | undefined;
  try {
    kept = await deps.db.transaction((tx) =>
      record(tx, { ...key, cleaned, name: keepName ? arrived.name : undefined, at: deps.now() }, keeper),
    );
  } finally {
    if (kept?.id !== key.id) await deps.evidence.remove(key);
  }
  return shown(kept);
}

export const shown = ({ id, name, type, bytes, addedBy }: EvidenceRow): EvidenceFile => ({
  id,
  name,
  type,
  bytes,
  addedBy,
});

/** What a reader of a file from outside refuses, as the caller sees it. */
export function asRefusalOfFile(error: unknown): unknown {
  if (error instanceof FileRefused) return new AppError('invalid', error.message);
  if (error instanceof CannotCheck) return new AppError('conflict', error.message);
  return error;
}

async function clean({ intake }: Deps, arrived: Arrived): Promise<Cleaned> {
  try {
    return await intake.clean(arrived);
  } catch (error) {
    throw asRefusalOfFile(error);
  }
}

type Recording = { submissionId: string; id: string; cleaned: Cleaned; name: string | undefined; at: Date };

/** Count and write under the lock of the submission, so that of two uploads at once the second sees the first. */
async function record(
  tx: Db,
  { submissionId, id, cleaned: { type, bytes, sha256 }, name, at }: Recording,
  keeper: Keeper,
): Promise<EvidenceRow> {
  await lockSubmission(tx, submissionId);
  const row = await keeper.find(tx, submissionId);
  const present = await listEvidence(tx, submissionId);
  const own = present.filter(({ addedBy }) => addedBy === keeper.keeps);
  const same = row && own.find((one) => one.sha256 === sha256);
  if (same) return same;
  refuseMore(row, keeper, own);
  const added: EvidenceRow = {
    id,
    submissionId,
    name: evidenceName(
      type,
      name,
      present.map((one) => one.name),
    ),
    type,
    bytes,
    sha256,
    addedAt: at,
    addedBy: keeper.keeps,
  };
  await insertEvidence(tx, added);
  const event = { type: 'add_evidence', ...by(keeper.party, 'add_evidence') };
  await appendEvent(tx, submissionId, { ...event, payload: { id, type, bytes, sha256 } }, at);
  return added;
}

function refuseMore(row: SubmissionRow | undefined, { records }: Keeper, own: readonly EvidenceRow[]): void {
  if (!row) throw notFound();
  const reason = records ? undefined : evidenceRefusal(row.state);
  if (reason) throw refusal(reason);
  if (own.length >= MOST_FILES)
    throw new AppError(
      'conflict',
      `There are ${MOST_FILES} files, and no more can be added. Remove one first.`,
    );
}
