/** Secret codes: exchange one for an hour of access, give access up, and have a fresh link mailed. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { mailFreshLinks } from '#api/actions/mail-fresh-link.ts';
import { openCode } from '#api/actions/open-code.ts';
import type { Deps } from '#api/deps.ts';
import { endOpening, setOpening } from '#api/require-opened.ts';
import { mailboxKey } from '#api/review/conflicts.ts';
import { isForm, validateBody } from '#api/validate.ts';
import { contact } from '#schemas/submission.ts';
import { PATHS } from '#site/paths.ts';
import { asForm, onToAPage, section } from './describe.ts';

const { shows, does } = section('Submissions');

export const secretCode = z
  .strictObject({
    code: z
      .string({ error: 'Enter the eight words of your code' })
      .trim()
      .min(1, 'Enter the eight words of your code')
      .max(300, 'Enter the eight words of your code'),
  })
  .meta({ id: 'SecretCode' });
export const address = z.strictObject({ email: contact.shape.email }).meta({ id: 'Address' });
const opened = z.strictObject({ id: z.uuid() });

export const openRoutes = (deps: Deps) =>
  new Hono()
    .post(
      '/open',
      shows('Exchange a secret code for a cookie of one hour', opened, 200, asForm(secretCode)),
      validateBody(secretCode),
      async (c) => {
        await deps.limits.consume('open', deps.limits.addressOf(c));
        const { cookie, opened } = await openCode(deps, c.req.valid('json').code);
        setOpening(c, deps, cookie);
        return isForm(c) ? c.redirect(PATHS.status, 303) : c.json({ id: opened.submissionId });
      },
    )
    .post('/close', does('Give the access up', 204, { responses: onToAPage }), async (c) => {
      await endOpening(c, deps);
      return isForm(c) ? c.redirect(PATHS.open, 303) : c.body(null, 204);
    })
    .post(
      '/links',
      does('Mail a fresh link to an address', 202, {
        ...asForm(address),
        description: 'The answer is the same for addresses that are not known.',
      }),
      validateBody(address),
      async (c) => {
        const { email } = c.req.valid('json');
        await limitLinks(deps, c, email);
        await mailFreshLinks(deps, email);
        return isForm(c) ? c.redirect(PATHS.linkSent, 303) : c.body(null, 202);
      },
    );

/** Count a wish for links, against who asks and against the mailbox that they would fill. */
export async function limitLinks({ limits }: Pick<Deps, 'limits'>, c: Context, email: string): Promise<void> {
  await limits.consume('links', limits.addressOf(c));
  await limits.consume('letters', mailboxKey(email));
}
