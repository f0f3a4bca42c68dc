/** The files of one upload are added one by one: what cannot be taken keeps none of the others out. */
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { Sent } from '#api/evidence/receive.ts';
import { type EvidenceFile, MOST_BYTES } from '#schemas/evidence.ts';
import { addEvidence } from './add-evidence.ts';
import type { Keeper } from './evidence-keepers.ts';

type RefusedFile = { name: string; error: AppError };
export type Added = { evidence: EvidenceFile[]; refused: RefusedFile[] };
type Files = { files: readonly Sent[]; keepNames: boolean };

/** Answers what was added and what was not, with the reason of each. */
export async function addFiles(
  deps: Deps,
  keeper: Keeper,
  submissionId: string,
  { files, keepNames }: Files,
): Promise<Added> {
  const evidence: EvidenceFile[] = [];
  const refused: RefusedFile[] = [];
  for (const sent of files)
    try {
      evidence.push(await addEvidence(deps, keeper, submissionId, { ...arrived(sent), keepName: keepNames }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push({ name: sent.name, error });
    }
  return { evidence, refused };
}

/** Refuse the whole upload for what could not be taken of it: one file for its own reason, of several each is an issue. */
export function refuseFiles({ evidence, refused }: Added): void {
  const [first] = refused;
  if (!first) return;
  const issues = refused.map(({ name, error }) => ({ path: 'files', message: `${name}: ${error.message}` }));
  if (refused.length === 1 && evidence.length === 0)
    throw new AppError(first.error.code, first.error.message, { issues, headers: first.error.headers });
  const all = evidence.length + refused.length;
  throw new AppError('invalid', `${evidence.length} of ${all} files were added.`, { issues });
}

function arrived(sent: Sent) {
  if (sent.tooLong) throw new AppError('too_large', `It is larger than ${MOST_BYTES / 1024 ** 2} MB.`);
  return { file: sent.file, name: sent.name };
}
