/** The comments that an editor may answer, and the answers given so far. */
import { type CommentRow, listConfirmed } from '#api/db/comments.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { isHiddenFrom } from '#api/review/comments.ts';
import type { DeskComment } from '#schemas/comment.ts';
import { keysOf } from './keys-of.ts';

const AT_MOST = 500;

/** Those of an editor's own, and of whomever they are tied to, are not listed. */
export async function showComments(
  { db, texts }: Pick<Deps, 'db' | 'texts'>,
  person: Person,
): Promise<DeskComment[]> {
  if (!person.roles.includes('editor')) throw onlyEditors();
  const keys = await keysOf(db, person);
  const titles = new Map(texts.map(({ id, title }) => [id, title]));
  const rows = await listConfirmed(db, AT_MOST);
  return rows
    .filter(({ comment, source }) => !comment.withdrawnAt && !isHiddenFrom(keys, source))
    .map(({ comment, by }) => shown(comment, titles.get(comment.text) ?? comment.text, by));
}

export const onlyEditors = () => new AppError('forbidden', 'Only editors answer comments.');

function shown(row: CommentRow, title: string, by: string | null): DeskComment {
  const { id, text, version, section, sectionTitle, type, comment, rationale, state, createdAt } = row;
  const { suggestion, shownAs, number, disposition, reason, adjudicatedAt } = row;
  return {
    id,
    text,
    title,
    version,
    section,
    sectionTitle,
    type,
    comment,
    rationale,
    ...(suggestion && { suggestion }),
    ...(shownAs && { shownAs }),
    state,
    at: createdAt.toISOString(),
    revision: row.revision,
    earlier: row.earlier,
    ...(number && { number }),
    ...(disposition &&
      reason &&
      adjudicatedAt && {
        adjudicated: { disposition, reason, by: by ?? '', at: adjudicatedAt.toISOString() },
      }),
  };
}
