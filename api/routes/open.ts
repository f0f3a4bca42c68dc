/** Secret codes: exchange one for an hour of access, give access up, and have a fresh link mailed. */
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { z } from 'zod';
import { mailFreshLinks } from '#api/actions/mail-fresh-link.ts';
import { openCode } from '#api/actions/open-code.ts';
import type { Deps } from '#api/deps.ts';
import { endOpening, setOpening } from '#api/require-opened.ts';
import { mailboxKey } from '#api/review/conflicts.ts';
import { alsoAsForm, isForm, validateBody } from '#api/validate.ts';
import { contact } from '#schemas/submission.ts';
import { PATHS } from '#site/paths.ts';

export const secretCode = z
  .strictObject({
    code: z
      .string({ error: 'Enter the eight words of your code' })
      .trim()
      .min(1, 'Enter the eight words of your code')
      .max(300, 'Enter the eight words of your code'),
  })
  .meta({ id: 'SecretCode' });
const address = z.strictObject({ email: contact.shape.email }).meta({ id: 'Address' });
const opened = z.strictObject({ id: z.uuid() });

export const openRoutes = (deps: Deps) =>
  new Hono()
    .post(
      '/open',
      describeRoute({
        summary: 'Exchange a secret code for a cookie of one hour',
        tags: ['Submissions'],
        requestBody: alsoAsForm(secretCode),
        responses: {
          200: { description: 'Opened', content: { 'application/json': { schema: resolver(opened) } } },
        },
      }),
      validateBody(secretCode),
      async (c) => {
        await deps.limits.consume('open', deps.limits.addressOf(c));
        const { cookie, opened } = await openCode(deps, c.req.valid('json').code);
        setOpening(c, deps, cookie);
        return isForm(c) ? c.redirect(PATHS.status, 303) : c.json({ id: opened.submissionId });
      },
    )
    .post(
      '/close',
      describeRoute({
        summary: 'Give the access up',
        tags: ['Submissions'],
        responses: { 204: { description: 'Closed' } },
      }),
      async (c) => {
        await endOpening(c, deps);
        return isForm(c) ? c.redirect(PATHS.open, 303) : c.body(null, 204);
      },
    )
    .post(
      '/links',
      describeRoute({
        summary: 'Mail a fresh link to an address',
        description: 'The answer is the same for addresses that are not known.',
        tags: ['Submissions'],
        requestBody: alsoAsForm(address),
        responses: { 202: { description: 'If the address is known, a letter is on its way' } },
      }),
      validateBody(address),
      async (c) => {
        const { email } = c.req.valid('json');
        await deps.limits.consume('links', deps.limits.addressOf(c));
        await deps.limits.consume('letters', mailboxKey(email));
        await mailFreshLinks(deps, email);
        return isForm(c) ? c.redirect(PATHS.linkSent, 303) : c.body(null, 202);
      },
    );
