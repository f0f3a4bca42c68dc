/** A new round of review begins with a revision of its own, so that nothing that was said of an earlier text counts. */
import { findContent } from '#api/db/submissions.ts';
import { findStandingRevision } from '#api/db/versions.ts';
import type { Content } from '#schemas/submission.ts';
import type { Situation } from './act.ts';
import { storeText } from './store-text.ts';

/** Add the first revision of the next round: `content`, or a copy of the text that stands. Answers what the submission must be set to. */
export async function startRound({ tx, row, at }: Situation, note: string, content?: Content) {
  const number = row.revision + 1;
  const round = row.round + 1;
  await storeText(tx, {
    submissionId: row.id,
    number,
    round,
    content: content ?? (await findContent(tx, row.id, await findStandingRevision(tx, row))),
    copied: content === undefined,
    note,
    createdAt: at,
  });
  return { revision: number, round, contentHash: null };
}
