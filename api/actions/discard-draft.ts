/** Erase a draft for good, at its writer's request. */
import { discardDraft as erase } from '#api/db/drafts.ts';
import type { Deps } from '#api/deps.ts';
import { notFound } from '#api/errors.ts';

/** Refuses with `not_found` what is absent, was sent, or lapsed. */
export async function discardDraft({ db }: Pick<Deps, 'db'>, id: string): Promise<void> {
  if (!(await erase(db, id))) throw notFound();
}
