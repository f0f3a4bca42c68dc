/**
 * Signing in and out, and the second factor, at the addresses of better-auth. Only what stands here is open. Bodies are
 * parsed by our schemas, so that nobody can send along what the library would also take, such as trusting a device.
 */
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { askAuth } from '#api/ask-auth.ts';
import type { Deps } from '#api/deps.ts';
import type { LimitName } from '#api/limits.ts';
import { requirePerson } from '#api/require-person.ts';
import { validate } from '#api/validate.ts';
import { password } from '#schemas/people.ts';
import { section } from './describe.ts';

const { shows, does } = section('Sign-in');
type Needs = Pick<Deps, 'auth' | 'db' | 'limits' | 'publicUrl'>;

const givenPassword = z.string({ error: 'Enter your password' }).min(1, 'Enter your password').max(128);
const credentials = z.strictObject({
  email: z.string({ error: 'Enter your e-mail address' }).trim().toLowerCase().min(1).max(254),
  password: givenPassword,
});
const confirmed = z.strictObject({ password: givenPassword });
const totpCode = z.strictObject({
  code: z
    .string({ error: 'Enter the six digits that the app shows' })
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Enter the six digits that the app shows')),
});
const recoveryCode = z.strictObject({
  code: z.string({ error: 'Enter a recovery code' }).trim().min(1, 'Enter a recovery code').max(40),
});
const chosenPassword = z.strictObject({
  token: z.string({ error: 'Open the link of your letter' }).max(200),
  newPassword: password,
});

const signedIn = z.object({ twoFactorRedirect: z.boolean().default(false) }).meta({
  id: 'SignedIn',
  description: '`twoFactorRedirect`: a code is asked for before the session begins',
});
const enrolment = z
  .object({
    totpURI: z.string().meta({ description: 'What the app for codes reads from the QR code' }),
    backupCodes: z.array(z.string()).meta({ description: 'Recovery codes, shown this once' }),
  })
  .meta({ id: 'Enrolment' });
const recoveryCodes = z.object({ backupCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
const passkeyOptions = z.looseObject({ challenge: z.string() });
const nothing = z.unknown();

/** To be mounted at `/api/auth`. */
export const signInRoutes = (deps: Needs) =>
  new Hono()
    .post(
      '/sign-in/email',
      shows('Sign in with a password', signedIn),
      limited(deps, 'sign_in'),
      validate('json', credentials),
      async (c) => {
        const given = c.req.valid('json');
        // Counted before it is checked, so that guesses sent at once do not slip through together.
        await deps.limits.consume('sign_in_email', given.email);
        const answer = await askAuth(deps, c, '/sign-in/email', signedIn, given);
        await deps.limits.clear('sign_in_email', given.email);
        return c.json(answer);
      },
    )
    .post('/sign-out', does('Sign out'), async (c) => {
      await askAuth(deps, c, '/sign-out', nothing);
      return c.body(null, 204);
    })
    .post(
      '/reset-password',
      does('Choose a password by the link of a letter'),
      limited(deps, 'account'),
      validate('json', chosenPassword),
      async (c) => {
        await askAuth(deps, c, '/reset-password', nothing, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .route('/two-factor', secondFactorRoutes(deps))
    .route('/passkey', passkeyRoutes(deps));

const secondFactorRoutes = (deps: Needs) =>
  new Hono()
    .use(limited(deps, 'account'))
    .post(
      '/enable',
      shows('Begin to set up an app for codes', enrolment),
      validate('json', confirmed),
      async (c) => c.json(await askAuth(deps, c, '/two-factor/enable', enrolment, c.req.valid('json'))),
    )
    .post(
      '/verify-totp',
      does('Enter a code of the app: to sign in, or to finish setting it up'),
      validate('json', totpCode),
      async (c) => {
        await askAuth(deps, c, '/two-factor/verify-totp', nothing, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post(
      '/verify-backup-code',
      does('Sign in with a recovery code'),
      validate('json', recoveryCode),
      async (c) => {
        await askAuth(deps, c, '/two-factor/verify-backup-code', nothing, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post(
      '/generate-backup-codes',
      shows('Replace the recovery codes', recoveryCodes),
      validate('json', confirmed),
      async (c) =>
        c.json(
          await askAuth(deps, c, '/two-factor/generate-backup-codes', recoveryCodes, c.req.valid('json')),
        ),
    )
    .post(
      '/disable',
      does('Take the app for codes away, to set up another'),
      validate('json', confirmed),
      async (c) => {
        await askAuth(deps, c, '/two-factor/disable', nothing, c.req.valid('json'));
        return c.body(null, 204);
      },
    );

/** A passkey opens a session without a code, so only somebody who came in with one may add it. */
const passkeyRoutes = (deps: Needs) =>
  new Hono()
    .use(limited(deps, 'account'))
    .get(
      '/generate-register-options',
      shows('Begin to add a passkey', passkeyOptions),
      requirePerson(deps),
      async (c) => c.json(await askAuth(deps, c, '/passkey/generate-register-options', passkeyOptions)),
    )
    .post(
      '/verify-registration',
      does('Add a passkey'),
      requirePerson(deps),
      validate('json', z.strictObject({ response: z.looseObject({}), name: z.string().max(80).optional() })),
      async (c) => {
        await askAuth(deps, c, '/passkey/verify-registration', nothing, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .get(
      '/generate-authenticate-options',
      shows('Begin to sign in with a passkey', passkeyOptions),
      async (c) => c.json(await askAuth(deps, c, '/passkey/generate-authenticate-options', passkeyOptions)),
    )
    .post(
      '/verify-authentication',
      does('Sign in with a passkey'),
      validate('json', z.strictObject({ response: z.looseObject({}) })),
      async (c) => {
        await askAuth(deps, c, '/passkey/verify-authentication', nothing, c.req.valid('json'));
        return c.body(null, 204);
      },
    );

/** Count a call against its address. */
function limited(deps: Pick<Deps, 'limits'>, name: LimitName) {
  return createMiddleware(async (c, next) => {
    await deps.limits.consume(name, deps.limits.addressOf(c));
    await next();
  });
}
