/** A draft as its writer reads it again. */
import { findDraft } from '#api/db/drafts.ts';
import type { Deps } from '#api/deps.ts';
import { notFound } from '#api/errors.ts';
import { LAPSES_AFTER_DAYS } from '#api/review/conditions.ts';
import type { Draft, DraftSaved } from '#schemas/draft.ts';

const DAY = 86_400_000;

/** Refuses with `not_found` what is absent, was sent, or lapsed. */
export async function showDraft({ db }: Pick<Deps, 'db'>, id: string): Promise<Draft> {
  const row = await findDraft(db, id);
  if (!row) throw notFound();
  return { reference: row.reference, values: row.values, ...savedDraft(id, row.version, row.savedAt) };
}

/** What is said of a version that was saved at `at`. */
export const savedDraft = (id: string, version: number, at: Date): DraftSaved => ({
  id,
  version,
  savedAt: at.toISOString(),
  expiresAt: new Date(at.getTime() + LAPSES_AFTER_DAYS.draft * DAY).toISOString(),
});
