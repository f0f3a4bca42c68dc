/** Whoever commented opens their comment by its code, changes it and withdraws it. To be mounted at `/api/comments`. */
import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { OPENING_SECONDS } from '#api/actions/open-code.ts';
import {
  amendOwnComment,
  findOpenedComment,
  mailCommentLinks,
  openOwnComment,
  showOwnComment,
  withdrawOwnComment,
  wrongCommentCode,
} from '#api/actions/own-comment.ts';
import type { Deps } from '#api/deps.ts';
import { ownCommentPage } from '#api/pages/own-comment-page.tsx';
import { cookieName, setSecret, takeSecret } from '#api/secret-cookies.ts';
import { isForm, validateBody } from '#api/validate.ts';
import { amendment, ownComment } from '#schemas/comment.ts';
import { PATHS } from '#site/paths.ts';
import { asForm, onToAPage, section } from './describe.ts';
import { address, limitLinks, secretCode } from './open.ts';
import { print } from './print.ts';

const { shows, does } = section('Comments');
const COOKIE = 'comment';
const BEARER = /^Bearer +(.+)$/i;

type Opened = { Variables: { commentId: string } };

/** The comment that the code or cookie of this request opens. */
export const findOwnComment = (c: Context, deps: Deps): Promise<string | undefined> =>
  findOpenedComment(deps, {
    code: BEARER.exec(c.req.header('authorization') ?? '')?.[1],
    cookie: getCookie(c, cookieName(deps, COOKIE)),
  });

/** Set `c.var.commentId`. 401 for wrong, unknown and expired codes alike. */
const requireOwn = (deps: Deps) =>
  createMiddleware<Opened>(async (c, next) => {
    const id = await findOwnComment(c, deps);
    if (!id) throw wrongCommentCode();
    c.set('commentId', id);
    await next();
  });

export const ownCommentRoutes = (deps: Deps) =>
  new Hono<Opened>()
    .post(
      '/open',
      shows(
        'Exchange the code of a comment for a cookie of one hour',
        z.strictObject({}),
        200,
        asForm(secretCode),
      ),
      validateBody(secretCode),
      async (c) => {
        await deps.limits.consume('open', deps.limits.addressOf(c));
        setSecret(c, deps, COOKIE, await openOwnComment(deps, c.req.valid('json').code), OPENING_SECONDS);
        return isForm(c) ? c.redirect(PATHS.commentOwn, 303) : c.json({});
      },
    )
    .post(
      '/links',
      does('Mail a link for each comment of an address', 202, {
        ...asForm(address),
        description: 'The answer is the same for addresses that are not known.',
      }),
      validateBody(address),
      async (c) => {
        const { email } = c.req.valid('json');
        await limitLinks(deps, c, email);
        await mailCommentLinks(deps, email);
        return isForm(c) ? c.redirect(PATHS.linkSent, 303) : c.body(null, 202);
      },
    )
    .get('/own', shows('Read one’s own comment', ownComment), requireOwn(deps), async (c) =>
      c.json(await showOwnComment(deps, c.var.commentId)),
    )
    .post(
      '/own/amend',
      shows('Change one’s own comment, until it is answered', ownComment, 200, asForm(amendment)),
      requireOwn(deps),
      validateBody(amendment),
      async (c) => {
        await deps.limits.consume('comment', deps.limits.addressOf(c));
        await amendOwnComment(deps, c.var.commentId, c.req.valid('json'));
        return isForm(c)
          ? c.redirect(PATHS.commentOwn, 303)
          : c.json(await showOwnComment(deps, c.var.commentId));
      },
    )
    .post(
      '/own/withdraw',
      does('Withdraw one’s own comment', 204, { responses: onToAPage }),
      requireOwn(deps),
      async (c) => {
        await withdrawOwnComment(deps, c.var.commentId);
        takeSecret(c, deps, COOKIE);
        return isForm(c) ? c.redirect(PATHS.commentWithdrawn, 303) : c.body(null, 204);
      },
    );

/** The page of one's own comment. To be mounted at `/`. */
export const ownCommentPageRoutes = (deps: Deps) =>
  new Hono().get(PATHS.commentOwn, async (c) => {
    const id = await findOwnComment(c, deps);
    if (!id) return c.redirect(PATHS.commentOpen, 303);
    return print(c, deps, ownCommentPage(await showOwnComment(deps, id)));
  });
