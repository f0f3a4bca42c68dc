/** Begin a draft on the server, without a name: it is opened by a code alone. */
import { addCode } from '#api/db/codes.ts';
import { beginDraft as store } from '#api/db/drafts.ts';
import type { Deps } from '#api/deps.ts';
import { hashCode, newCode, newReference } from '#api/review/secret-code.ts';
import type { DraftBegun, DraftValues } from '#schemas/draft.ts';
import { savedDraft } from './show-draft.ts';

/** Store a first version. The answer holds the only copy of the code. */
export async function beginDraft({ db, newId, now, random }: Deps, values: DraftValues): Promise<DraftBegun> {
  const id = newId();
  const at = now();
  const token = newCode(random);
  await db.transaction(async (tx) => {
    await store(tx, { id, reference: newReference(random), kind: values.kind, values, at });
    await addCode(tx, { hash: hashCode(token), submissionId: id, mailed: false, createdAt: at });
  });
  return { token, ...savedDraft(id, 1, at) };
}
