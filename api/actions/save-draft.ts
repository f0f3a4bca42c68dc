/** Save a draft by version, so that no save overwrites another. */
import { saveDraft as store } from '#api/db/drafts.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { DraftSaved, DraftValues } from '#schemas/draft.ts';
import { savedDraft, showDraft } from './show-draft.ts';

/** Save over `version`. Refuses with `stale`, and with both versions, when somebody saved another meanwhile. */
export async function saveDraft(
  deps: Pick<Deps, 'db' | 'now'>,
  id: string,
  version: number,
  values: DraftValues,
): Promise<DraftSaved> {
  const at = deps.now();
  const won = await deps.db.transaction((tx) => store(tx, { id, version, values, at }));
  if (won) return savedDraft(id, version + 1, at);
  const stored = await showDraft(deps, id);
  throw new AppError('stale', 'This draft was saved elsewhere in the meantime. Nothing was overwritten.', {
    versions: { yours: values, stored },
  });
}
