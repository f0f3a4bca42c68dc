/** Who is asking: the submitter, by a secret code (API clients) or by the cookie that one was exchanged for. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { SubmitterParty } from './actions/act.ts';
import { extendOpened, findOpened, hashCookie, OPENING_SECONDS, wrongCode } from './actions/open-code.ts';
import { findCode, removeOpening } from './db/codes.ts';
import type { Deps } from './deps.ts';
import { hashCode } from './review/secret-code.ts';
import { cookieName, setSecret, takeSecret } from './secret-cookies.ts';

type Needs = Pick<Deps, 'db' | 'now' | 'publicUrl'>;
export type Opened = { Variables: { submitter: SubmitterParty } };

const BEARER = /^Bearer +(.+)$/i;

export const setOpening = (c: Context, deps: Needs, cookie: string) =>
  setSecret(c, deps, 'opening', cookie, OPENING_SECONDS);

/** End the hour of access early. */
export async function endOpening(c: Context, deps: Needs): Promise<void> {
  const cookie = takeSecret(c, deps, 'opening');
  if (cookie) await removeOpening(deps.db, hashCookie(cookie));
}

/** Who holds a code or cookie in this request; `undefined` where it opens nothing. */
export async function findSubmitter(c: Context, deps: Needs): Promise<SubmitterParty | undefined> {
  const bearer = BEARER.exec(c.req.header('authorization') ?? '')?.[1];
  const cookie = getCookie(c, cookieName(deps, 'opening'));
  const opened = bearer
    ? await findCode(deps.db, hashCode(bearer))
    : cookie && (await findOpened(deps, cookie));
  return opened ? { kind: 'submitter', ...opened } : undefined;
}

/** Writing takes longer than an hour: each save of a draft begins the hour anew. */
export async function renewOpening(c: Context, deps: Needs): Promise<void> {
  const cookie = getCookie(c, cookieName(deps, 'opening'));
  if (cookie && (await extendOpened(deps, cookie))) setOpening(c, deps, cookie);
}

/** Set `c.var.submitter`. 401 for wrong, unknown and expired codes alike. */
export const requireOpened = (deps: Needs) =>
  createMiddleware<Opened>(async (c, next) => {
    const submitter = await findSubmitter(c, deps);
    if (!submitter) throw wrongCode();
    c.set('submitter', submitter);
    c.header('Cache-Control', 'no-store');
    await next();
  });
