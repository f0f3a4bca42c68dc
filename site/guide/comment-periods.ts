/** Which texts are open for comment, and until when. Derived from their own status and kept in no list. Pure. */
import type { TextStatus } from '#schemas/editorial.ts';

export type OpenText = { title: string; href: string; version: string; from: string; to: string };

/** Drafts that are open on `today` (`2026-11-22`), the first to close first. */
export function openTexts(
  texts: readonly { title: string; href: string; version: string; status: TextStatus }[],
  today: string,
): OpenText[] {
  return texts
    .flatMap(({ status, ...text }) =>
      status.is === 'draft_for_comment' && status.from <= today && today <= status.to
        ? [{ ...text, from: status.from, to: status.to }]
        : [],
    )
    .toSorted((a, b) => a.to.localeCompare(b.to));
}
