/**
 * Signing in and out, and the second factor, at the addresses of better-auth. Only what stands here is open. Bodies are
 * parsed by our schemas, so that nobody can send along what the library would also take, such as trusting a device.
 */
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { askAuth } from '#api/ask-auth.ts';
import { holderOf } from '#api/auth.ts';
import { endSession } from '#api/db/sessions.ts';
import type { Deps } from '#api/deps.ts';
import { attemptsOn, rememberDevice } from '#api/known-devices.ts';
import type { LimitName } from '#api/limits.ts';
import { proveOneself } from '#api/prove-oneself.ts';
import { requirePerson, requireProof, requireSignIn } from '#api/require-person.ts';
import { validate } from '#api/validate.ts';
import { password } from '#schemas/people.ts';
import { section } from './describe.ts';

const { shows, does } = section('Sign-in');
type Needs = Pick<Deps, 'auth' | 'db' | 'limits' | 'now' | 'publicUrl'>;

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
const provingCode = z.strictObject({
  code: z.string({ error: 'Enter a code' }).trim().min(1, 'Enter a code').max(40),
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
/** Who has just signed in. */
const withUser = z.object({ user: z.object({ email: z.string() }) });

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
        const { publicUrl } = deps;
        const { secret } = deps.auth.options;
        const attempts = attemptsOn(given.email, c.req.header('cookie'), { publicUrl, secret });
        // Counted before it is checked, so that guesses sent at once do not slip through together.
        await deps.limits.consume('sign_in_email', attempts);
        const answer = await askAuth(deps, c, '/sign-in/email', signedIn, given);
        await deps.limits.clear('sign_in_email', attempts);
        if (!answer.twoFactorRedirect) rememberDevice(c, deps, given.email);
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
        const chosen = c.req.valid('json');
        const holder = await holderOf(deps.auth, deps.db, chosen.token);
        await askAuth(deps, c, '/reset-password', nothing, chosen);
        // Whoever reads their mail has a way in, however many guess meanwhile.
        if (holder) rememberDevice(c, deps, holder.email);
        return c.body(null, 204);
      },
    )
    .post(
      '/prove',
      does('Show again that it is you, by a code of the app or a recovery code'),
      limited(deps, 'account'),
      requirePerson(deps),
      validate('json', provingCode),
      async (c) => {
        await proveOneself(deps, c, c.req.valid('json').code);
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
        await comeIn(deps, c, '/two-factor/verify-totp', c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post(
      '/verify-backup-code',
      does('Sign in with a recovery code'),
      validate('json', recoveryCode),
      async (c) => {
        await comeIn(deps, c, '/two-factor/verify-backup-code', c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post(
      '/generate-backup-codes',
      shows('Replace the recovery codes', recoveryCodes),
      requireSignIn(deps),
      requireProof(deps, 'change_second_factor'),
      validate('json', confirmed),
      async (c) =>
        c.json(
          await askAuth(deps, c, '/two-factor/generate-backup-codes', recoveryCodes, c.req.valid('json')),
        ),
    )
    .post(
      '/disable',
      does('Take the app for codes away, to set up another'),
      requireSignIn(deps),
      requireProof(deps, 'change_second_factor'),
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
      requireProof(deps, 'change_passkeys'),
      async (c) => c.json(await askAuth(deps, c, '/passkey/generate-register-options', passkeyOptions)),
    )
    .post(
      '/verify-registration',
      does('Add a passkey'),
      requirePerson(deps),
      requireProof(deps, 'change_passkeys'),
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
      does('Sign in with a passkey, or show again that it is you'),
      validate('json', z.strictObject({ response: z.looseObject({}) })),
      async (c) => {
        const before = await deps.auth.api.getSession({ headers: c.req.raw.headers });
        await comeIn(deps, c, '/passkey/verify-authentication', c.req.valid('json'));
        // This browser goes on with the new one.
        if (before) await endSession(deps.db, before.user.id, before.session.id);
        return c.body(null, 204);
      },
    );

/** Begin a session by more than a password; the account knows this browser from now on. */
async function comeIn(deps: Needs, c: Context, path: string, shown: object): Promise<void> {
  const { user } = await askAuth(deps, c, path, withUser, shown);
  rememberDevice(c, deps, user.email);
}

/** Count a call against its address. */
function limited(deps: Pick<Deps, 'limits'>, name: LimitName) {
  return createMiddleware(async (c, next) => {
    await deps.limits.consume(name, deps.limits.addressOf(c));
    await next();
  });
}
