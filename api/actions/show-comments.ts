/** The comments that an editor may answer, and the answers given so far. */
import { type CommentRow, listConfirmed } from '#api/db/comments.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { isHiddenFrom } from '#api/review/comments.ts';
import type { DeskComment, ShownComment } from '#schemas/comment.ts';
import { keysOf } from './keys-of.ts';
import { onlyEditors } from './only-editors.ts';

const AT_MOST = 500;

/** Those of an editor's own, and of whomever they are tied to, are not listed. */
export async function showComments(
  { db, texts }: Pick<Deps, 'db' | 'texts'>,
  person: Person,
): Promise<DeskComment[]> {
  onlyEditors(person, 'answer comments');
  const keys = await keysOf(db, person);
  const rows = await listConfirmed(db, AT_MOST);
  return rows
    .filter(({ comment, source }) => !comment.withdrawnAt && !isHiddenFrom(keys, source))
    .map(({ comment, by }) => forDesk(comment, texts, by));
}

/** What both its writer and the desk read. A text that is no longer open goes by its id. */
export function shownComment(row: CommentRow, texts: Deps['texts']): ShownComment {
  const { text, version, section, sectionTitle, type, comment, rationale, state } = row;
  const { suggestion, shownAs, number } = row;
  return {
    text,
    title: texts.find((one) => one.id === text)?.title ?? text,
    version,
    section,
    sectionTitle,
    type,
    comment,
    rationale,
    ...(suggestion && { suggestion }),
    ...(shownAs && { shownAs }),
    state,
    ...(number && { number }),
  };
}

function forDesk(row: CommentRow, texts: Deps['texts'], by: string | null): DeskComment {
  const { disposition, reason, adjudicatedAt } = row;
  return {
    id: row.id,
    ...shownComment(row, texts),
    at: row.createdAt.toISOString(),
    revision: row.revision,
    earlier: row.earlier,
    ...(disposition &&
      reason &&
      adjudicatedAt && {
        adjudicated: { disposition, reason, by: by ?? '', at: adjudicatedAt.toISOString() },
      }),
  };
}
