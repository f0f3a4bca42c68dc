/** Exchange a secret code for an hour of access to its submission. */
import { createHash, randomBytes } from 'node:crypto';
import { addOpening, extendOpening, findCode, findOpening, type Opened } from '#api/db/codes.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { hashCode } from '#api/review/secret-code.ts';

export const OPENING_SECONDS = 3600;

type Needs = Pick<Deps, 'db' | 'now'>;

/** Answers the secret of the cookie. Wrong, unknown and malformed codes take the same path and get the same answer. */
export async function openCode(deps: Needs, code: string): Promise<{ cookie: string; opened: Opened }> {
  const opened = await findCode(deps.db, hashCode(code));
  if (!opened) throw wrongCode();
  return { cookie: await addCookie(deps, opened), opened };
}

/** Let the browser that has just sent a submission see where it stands. It has not shown that it reads the mail. */
export const openSubmitted = (deps: Needs, submissionId: string) =>
  addCookie(deps, { submissionId, mailed: false });

async function addCookie({ db, now }: Needs, opened: Opened): Promise<string> {
  const cookie = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now().getTime() + OPENING_SECONDS * 1000);
  await addOpening(db, { ...opened, hash: hashCookie(cookie), expiresAt });
  return cookie;
}

/** What a cookie opens, as long as its hour lasts. */
export const findOpened = (
  { db, now }: Pick<Deps, 'db' | 'now'>,
  cookie: string,
): Promise<Opened | undefined> => findOpening(db, hashCookie(cookie), now());

/** Begin the hour of a cookie anew. Says whether there still was one. */
export const extendOpened = ({ db, now }: Needs, cookie: string): Promise<boolean> =>
  extendOpening(db, hashCookie(cookie), now(), new Date(now().getTime() + OPENING_SECONDS * 1000));

export const hashCookie = (cookie: string) => createHash('sha256').update(cookie).digest('hex');

export const wrongCode = () =>
  new AppError(
    'unauthorized',
    'This code opens nothing. Check each of its eight words, or ask for a fresh link to your address.',
  );
