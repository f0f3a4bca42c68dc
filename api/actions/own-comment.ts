/** Whoever commented reads, changes and withdraws their comment, by the code that was mailed to them. */
import { randomBytes } from 'node:crypto';
import {
  amendComment,
  type CommentRow,
  emptyComment,
  findByCode,
  findByOpening,
  findComment,
  listOfMailbox,
  lockComment,
  openComment,
  removeComment,
} from '#api/db/comments.ts';
import { queueLetters } from '#api/db/letters.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { compose } from '#api/letters/wording.ts';
import { mailboxKey } from '#api/review/conflicts.ts';
import { hashCode } from '#api/review/secret-code.ts';
import type { Amendment, OwnComment } from '#schemas/comment.ts';
import { hashCookie, OPENING_SECONDS } from './open-code.ts';
import { shownComment } from './show-comments.ts';

/** Letters that one request causes at most. */
const AT_MOST = 10;

/** Exchange a code for the secret of a cookie of one hour. Refuses with `unauthorized` what is no code of a comment. */
export async function openOwnComment({ db, now }: Pick<Deps, 'db' | 'now'>, code: string): Promise<string> {
  const found = await findByCode(db, hashCode(code));
  if (!found) throw wrongCommentCode();
  const cookie = randomBytes(32).toString('base64url');
  const openUntil = new Date(now().getTime() + OPENING_SECONDS * 1000);
  await openComment(db, found.id, { openingHash: hashCookie(cookie), openUntil });
  return cookie;
}

/** The comment that a code or the secret of a cookie opens. */
export async function findOpenedComment(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { code, cookie }: { code: string | undefined; cookie: string | undefined },
): Promise<string | undefined> {
  if (code) return (await findByCode(db, hashCode(code)))?.id;
  return cookie ? (await findByOpening(db, hashCookie(cookie), now()))?.id : undefined;
}

export const wrongCommentCode = () =>
  new AppError(
    'unauthorized',
    'This code opens no comment. Open the link of the newest letter, or have a fresh one mailed.',
  );

/** Mail a link for each comment of an address. Whoever asks gets the same answer, whether there is one or not. */
export async function mailCommentLinks({ db, jobs, now }: Deps, email: string): Promise<void> {
  await db.transaction(async (tx) => {
    const found = await listOfMailbox(tx, mailboxKey(email), AT_MOST);
    const letter = { ...compose('comment_link', undefined, {}), to: 'contact' as const };
    const letters = found.map(({ id }) => ({ submissionId: null, commentId: id, letter }));
    await queueLetters(tx, jobs, letters, now());
  });
}

export async function showOwnComment(
  { db, texts }: Pick<Deps, 'db' | 'texts'>,
  id: string,
): Promise<OwnComment> {
  const row = await findComment(db, id);
  if (!row || row.withdrawnAt) throw notFound();
  const { disposition, reason } = row;
  return {
    ...shownComment(row, texts),
    sentOn: row.createdAt.toISOString().slice(0, 10),
    ...(disposition && reason && { adjudicated: { disposition, reason } }),
    mayAmend: isUnanswered(row),
  };
}

const isUnanswered = ({ number }: CommentRow) => number === null;

/** Change the words. Refuses with `conflict` once it is answered: the answer would be to other words. */
export async function amendOwnComment({ db }: Pick<Deps, 'db'>, id: string, said: Amendment): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockComment(tx, id);
    if (!row) throw notFound();
    if (!isUnanswered(row))
      throw new AppError('conflict', 'This comment was answered and cannot be changed. You can withdraw it.');
    await amendComment(tx, row, said);
  });
}

/** Withdraw it: unanswered it is deleted, answered its words leave the site, and its number and the month stay. */
export async function withdrawOwnComment(
  { db, jobs, now }: Pick<Deps, 'db' | 'jobs' | 'now'>,
  id: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockComment(tx, id);
    if (!row || row.withdrawnAt) throw notFound();
    if (isUnanswered(row)) return removeComment(tx, id);
    await emptyComment(tx, row, now());
    await jobs.send(tx, 'publish', {});
  });
}
