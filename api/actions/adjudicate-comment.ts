/** An editor answers a comment. The answer is published with it; whoever wrote it is told that there is one. */

import type { Db } from '#api/db/client.ts';
import { adjudicate, type CommentRow, correctAnswer, lockConfirmed } from '#api/db/comments.ts';
import { queueLetters } from '#api/db/letters.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { compose } from '#api/letters/wording.ts';
import { isHiddenFrom } from '#api/review/comments.ts';
import type { Adjudication, Answer } from '#schemas/comment.ts';
import { keysOf } from './keys-of.ts';
import { onlyEditors } from './only-editors.ts';

type Needs = Pick<Deps, 'db' | 'jobs' | 'now'>;

type Asked = { deps: Needs; person: Person; id: string };
type Answering = { tx: Db; comment: CommentRow; at: Date };

/**
 * Refuses with `not_found` a comment that the editor must not see, and with `conflict` one that was answered, or changed
 * by its writer since it was read. Answers the number that the comment is published by.
 */
export const adjudicateComment = (
  deps: Needs,
  person: Person,
  id: string,
  { revision, ...answer }: Answer,
): Promise<{ number: number }> =>
  answerComment({ deps, person, id }, async ({ tx, comment, at }) => {
    if (comment.state !== 'received')
      throw new AppError('conflict', 'This comment was answered already. Reload the page to see how.');
    if (comment.revision !== revision)
      throw new AppError(
        'conflict',
        'Its writer has changed this comment. Reload the page and read it again.',
      );
    return adjudicate(tx, comment, { ...answer, adjudicatedBy: person.id, adjudicatedAt: at });
  });

/**
 * Put a better answer in place of a wrong one, which stays readable beside it. Refuses like `adjudicateComment`, and with
 * `conflict` a comment without an answer and one that was withdrawn.
 */
export const correctAdjudication = (
  deps: Needs,
  person: Person,
  id: string,
  answer: Adjudication,
): Promise<{ number: number }> =>
  answerComment({ deps, person, id }, async ({ tx, comment, at }) => {
    const { number, withdrawnAt } = comment;
    if (number === null) throw new AppError('conflict', 'This comment has no answer yet. Answer it first.');
    if (withdrawnAt !== null) throw new AppError('conflict', 'Its writer has withdrawn this comment.');
    await correctAnswer(tx, comment, { ...answer, adjudicatedBy: person.id, adjudicatedAt: at });
    return number;
  });

/** What answering and correcting have in common: see it, change it, tell its writer, publish it. */
async function answerComment(
  { deps: { db, jobs, now }, person, id }: Asked,
  answer: (answering: Answering) => Promise<number>,
): Promise<{ number: number }> {
  onlyEditors(person, 'answer comments');
  return db.transaction(async (tx) => {
    const found = await lockConfirmed(tx, id);
    if (!found || isHiddenFrom(await keysOf(tx, person), found.source)) throw notFound();
    const at = now();
    const number = await answer({ tx, comment: found.comment, at });
    const letter = { ...compose('comment_adjudicated', undefined, {}), to: 'contact' as const };
    await queueLetters(tx, jobs, [{ submissionId: null, commentId: id, letter }], at);
    await jobs.send(tx, 'publish', {});
    return { number };
  });
}
