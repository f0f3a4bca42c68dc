/** Drafts on the server: begun without a name, opened by a code alone, saved by version so that no save overwrites another. */
import { addCode } from '#api/db/codes.ts';
import { beginDraft, discardDraft, findDraft, saveDraft } from '#api/db/drafts.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { LAPSES_AFTER_DAYS } from '#api/review/conditions.ts';
import { hashCode, newCode, newReference } from '#api/review/secret-code.ts';
import type { Draft, DraftBegun, DraftSaved, DraftValues } from '#schemas/draft.ts';

const DAY = 86_400_000;

/** Store a first version. The answer holds the only copy of the code. */
export async function begin({ db, newId, now, random }: Deps, values: DraftValues): Promise<DraftBegun> {
  const id = newId();
  const at = now();
  const token = newCode(random);
  await db.transaction(async (tx) => {
    await beginDraft(tx, { id, reference: newReference(random), kind: values.kind, values, at });
    await addCode(tx, { hash: hashCode(token), submissionId: id, mailed: false, createdAt: at });
  });
  return { token, ...saved(id, 1, at) };
}

/** Refuses with `not_found` what is absent, was sent, or lapsed. */
export async function show({ db }: Pick<Deps, 'db'>, id: string): Promise<Draft> {
  const row = await findDraft(db, id);
  if (!row) throw notFound();
  return { reference: row.reference, values: row.values, ...saved(id, row.version, row.savedAt) };
}

/** Save over `version`. Refuses with `stale`, and with both versions, when somebody saved another meanwhile. */
export async function save(
  deps: Pick<Deps, 'db' | 'now'>,
  id: string,
  version: number,
  values: DraftValues,
): Promise<DraftSaved> {
  const at = deps.now();
  const won = await deps.db.transaction((tx) => saveDraft(tx, { id, version, values, at }));
  if (won) return saved(id, version + 1, at);
  const stored = await show(deps, id);
  throw new AppError('stale', 'This draft was saved elsewhere in the meantime. Nothing was overwritten.', {
    versions: { yours: values, stored },
  });
}

/** Erase a draft for good, at its writer's request. */
export async function discard({ db }: Pick<Deps, 'db'>, id: string): Promise<void> {
  if (!(await discardDraft(db, id))) throw notFound();
}

const saved = (id: string, version: number, at: Date): DraftSaved => ({
  id,
  version,
  savedAt: at.toISOString(),
  expiresAt: new Date(at.getTime() + LAPSES_AFTER_DAYS.draft * DAY).toISOString(),
});
