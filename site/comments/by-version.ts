/** Comments as pages list them. Pure. */
import type { CommentRecord } from '#schemas/comment.ts';

export type OfVersion = { version: string; comments: CommentRecord[] };

/** Comments on one text, the newest version first, each in the order of its numbers. */
export function byVersion(comments: readonly CommentRecord[], text: string): OfVersion[] {
  const versions = Map.groupBy(
    comments.filter((one) => one.text === text),
    ({ version }) => version,
  );
  return [...versions]
    .map(([version, of]) => ({ version, comments: of.toSorted((a, b) => a.number - b.number) }))
    .toSorted((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }));
}
