/** What the records folder holds of a comment: its newest answer, or that it was withdrawn; no earlier file stays beside it. */
import type { CommentRow } from '#api/db/comments.ts';
import { renderComment } from '#api/publishing/record.ts';
import type { RecordPath } from '#api/publishing/records-folder.ts';
import { answerFile, commentFile } from '#api/review/stored-names.ts';
import type { CommentRecord } from '#schemas/comment.ts';

/** By path, what writes the file, or `null` where none may be any more. */
export function filesOfComment(row: CommentRow): [RecordPath, (() => string) | null][] {
  const record = recordOf(row);
  const path = commentFile(record);
  const answers = Array.from({ length: row.earlier.length + 1 }, (_, index) => answerFile(record, index + 1));
  return [
    ...answers.filter((one) => one !== path).map((one): [RecordPath, null] => [one, null]),
    [path, () => renderComment(record)],
  ];
}

/** What everybody reads of a comment: each field by name, so that what is added to a row stays out. */
function recordOf(row: CommentRow): CommentRecord {
  const { text, version, number, section, sectionTitle, type, comment, rationale, suggestion, shownAs } = row;
  const { disposition, reason, adjudicatedAt, createdAt, earlier, withdrawnAt } = row;
  if (number === null || disposition === null || reason === null || adjudicatedAt === null)
    throw new Error(`Comment ${row.id} was not answered`);
  if (withdrawnAt !== null)
    return { schemaVersion: 1, text, version, number, withdrawnOn: month(withdrawnAt) };
  return {
    schemaVersion: 1,
    text,
    version,
    number,
    sectionTitle,
    section,
    type,
    comment,
    rationale,
    ...(suggestion !== null && { suggestion }),
    ...(shownAs !== null && { shownAs }),
    receivedOn: month(createdAt),
    disposition,
    reason,
    adjudicatedOn: month(adjudicatedAt),
    ...(earlier.length > 0 && { earlier }),
  };
}

const month = (at: Date) => at.toISOString().slice(0, 7);
