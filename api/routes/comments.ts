/** Public comments on the guidance: sent and confirmed by anybody, answered by editors. */
import { Hono } from 'hono';
import { z } from 'zod';
import { adjudicateComment, correctAdjudication } from '#api/actions/adjudicate-comment.ts';
import { confirmComment } from '#api/actions/confirm-comment.ts';
import { sendComment } from '#api/actions/send-comment.ts';
import { showComments } from '#api/actions/show-comments.ts';
import type { Deps } from '#api/deps.ts';
import { requirePerson, type SignedIn } from '#api/require-person.ts';
import { mailboxKey } from '#api/review/conflicts.ts';
import { isForm, validate, validateBody } from '#api/validate.ts';
import { adjudication, answer, commentSent, deskComment, newComment } from '#schemas/comment.ts';
import { PATHS } from '#site/paths.ts';
import { asForm, byId, section } from './describe.ts';
import { secretCode } from './open.ts';

const { shows } = section('Comments');
const desk = section('Desk');
const confirmed = z.strictObject({ state: z.literal('received') });
const numbered = z.strictObject({ number: z.int().positive() });

/** To be mounted at `/api/comments`. */
export const commentRoutes = (deps: Deps) =>
  new Hono()
    .post(
      '/',
      shows('Comment on a text that is open for comment', commentSent, 201, asForm(newComment)),
      validateBody(newComment),
      async (c) => {
        const comment = c.req.valid('json');
        await deps.limits.consume('comment', deps.limits.addressOf(c));
        await deps.limits.consume('confirm_comment', mailboxKey(comment.contact.email));
        const sent = await sendComment(deps, comment);
        return isForm(c) ? c.redirect(PATHS.commentSent, 303) : c.json(sent, 201);
      },
    )
    .post(
      '/confirm',
      shows('Confirm a comment by the code that was mailed', confirmed, 200, asForm(secretCode)),
      validateBody(secretCode),
      async (c) => {
        await deps.limits.consume('open', deps.limits.addressOf(c));
        await confirmComment(deps, c.req.valid('json').code);
        return isForm(c) ? c.redirect(PATHS.commentConfirmed, 303) : c.json({ state: 'received' as const });
      },
    );

/** To be mounted at `/api/desk/comments`. */
export const deskCommentRoutes = (deps: Deps) =>
  new Hono<SignedIn>()
    .use(requirePerson(deps))
    .get('/', desk.shows('List comments, those that wait first', z.array(deskComment)), async (c) =>
      c.json(await showComments(deps, c.var.person)),
    )
    .post(
      '/:id/adjudicate',
      desk.shows('Answer a comment', numbered),
      validate('param', byId),
      validate('json', answer),
      async (c) =>
        c.json(await adjudicateComment(deps, c.var.person, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post(
      '/:id/correct',
      desk.shows('Put a better answer in place of a wrong one', numbered),
      validate('param', byId),
      validate('json', adjudication),
      async (c) =>
        c.json(await correctAdjudication(deps, c.var.person, c.req.valid('param').id, c.req.valid('json'))),
    );
