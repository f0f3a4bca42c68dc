/** An editor answers a comment. The answer is published with it; whoever wrote it is told that there is one. */
import { adjudicate, lockConfirmed } from '#api/db/comments.ts';
import { queueLetters } from '#api/db/letters.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { compose } from '#api/letters/wording.ts';
import { isHiddenFrom } from '#api/review/comments.ts';
import type { Adjudication } from '#schemas/comment.ts';
import { keysOf } from './keys-of.ts';
import { onlyEditors } from './show-comments.ts';

type Needs = Pick<Deps, 'db' | 'jobs' | 'now'>;

/**
 * Refuses with `not_found` a comment that the editor must not see, and with `conflict` one that was answered: published
 * files never change. Answers the number that the comment is published by.
 */
export async function adjudicateComment(
  { db, jobs, now }: Needs,
  person: Person,
  id: string,
  answer: Adjudication,
): Promise<{ number: number }> {
  if (!person.roles.includes('editor')) throw onlyEditors();
  return db.transaction(async (tx) => {
    const found = await lockConfirmed(tx, id);
    if (!found || isHiddenFrom(await keysOf(tx, person), found.source)) throw notFound();
    if (found.comment.state !== 'received')
      throw new AppError('conflict', 'This comment was answered already. Reload the page to see how.');
    const at = now();
    const decided = { ...answer, adjudicatedBy: person.id, adjudicatedAt: at };
    const number = await adjudicate(tx, found.comment, decided);
    const letter = { ...compose('comment_adjudicated', undefined, {}), to: 'contact' as const };
    await queueLetters(tx, jobs, [{ submissionId: null, commentId: id, letter }], at);
    await jobs.send(tx, 'publish', {});
    return { number };
  });
}
