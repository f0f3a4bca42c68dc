/**
 * Sign-in: better-auth on our tables. Only `routes/sign-in.ts` speaks to its handler, so only the calls listed there
 * are open. None of `auth.api` may be called inside a transaction of ours: it would use the database beside it.
 */
import { randomBytes } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { betterAuth, type GenericEndpointContext } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import type { Logger } from 'pino';
import { PATHS } from '#site/paths.ts';
import type { Db } from './db/client.ts';
import { endLinks, endSessions, findPerson, type Person } from './db/people.ts';
import { authTables } from './db/tables.ts';
import { AppError } from './errors.ts';
import { attemptsOn } from './known-devices.ts';
import type { Limits } from './limits.ts';

export type AuthDeps = {
  db: Db;
  publicUrl: string;
  /** Signs cookies and encrypts what apps for codes share with us. At least 32 characters; the same in all processes. */
  secret: string;
  limits: Limits;
  log: Logger;
};
export type Auth = ReturnType<typeof createAuth>;

const NAME = 'Patch Commons';
const HOUR = 3600;
/** How long a link to choose a password stays good, in seconds. */
const LINK_LIFE = 3 * 24 * HOUR;

export const createAuth = ({ db, publicUrl, secret, limits, log }: AuthDeps) =>
  betterAuth({
    appName: NAME,
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [publicUrl],
    database: drizzleAdapter(db, { provider: 'pg', schema: authTables, transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      // Two letters may have been sent: what the first link changed, the second must not change again.
      onPasswordReset: async ({ user }) => {
        await endLinks(db, user.id);
        await limits.clear('sign_in_email', user.email);
        await limits.clear('second_factor', user.email);
      },
    },
    user: {
      additionalFields: {
        roles: { type: 'string[]', required: true, input: false },
        leftAt: { type: 'date', required: false, input: false },
      },
    },
    verification: { storeIdentifier: 'hashed' },
    session: {
      expiresIn: 12 * HOUR,
      disableSessionRefresh: true,
      additionalFields: { provenAt: { type: 'date', required: false, input: false } },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            await admit({ db, limits, publicUrl, secret }, session.userId, context);
            // By the system's clock, as all times of a session.
            return { data: { ...session, provenAt: provesItself(context) ? new Date() : null } };
          },
        },
      },
    },
    hooks: { before: createAuthMiddleware((context) => countCode({ limits, publicUrl, secret }, context)) },
    // Ours count instead: their keys hold no addresses, and all refusals read the same.
    rateLimit: { enabled: false },
    advanced: {
      ipAddress: { disableIpTracking: true },
      // Left out, an environment variable named TEST would switch these checks off.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'strict' },
    },
    plugins: [
      // Its own lock would shut the owner out with whoever guesses: `countCode` tells them apart.
      twoFactor({ issuer: NAME, accountLockout: { enabled: false } }),
      passkey({
        rpID: new URL(publicUrl).hostname,
        rpName: NAME,
        origin: publicUrl,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          // A passkey stands for both factors, so a touch is not enough; the plugin itself would take it.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified)
              throw new APIError('UNAUTHORIZED', { code: 'VERIFY_YOURSELF', message: 'Unlock your passkey' });
          },
        },
      }),
    ],
    telemetry: { enabled: false },
    // A bug is thrown, not turned into an answer; refusals are answered all the same.
    onAPIError: { throw: true },
    // The message alone: what comes with it can hold addresses.
    logger: { level: 'warn', log: (level, message) => log[level](message) },
  });

type Counting = Pick<AuthDeps, 'limits' | 'publicUrl' | 'secret'>;

const CODE_PATHS = ['/two-factor/verify-totp', '/two-factor/verify-backup-code'];
/** Paths on which a session begins by more than a password. */
const PROVING_PATHS = [...CODE_PATHS, '/passkey/verify-authentication'];
const provesItself = (context: GenericEndpointContext | null) => PROVING_PATHS.includes(context?.path ?? '');

/** Run before any session begins: not for somebody who left, nor twice by one code (RFC 6238, section 5.2). */
async function admit(
  { db, limits, publicUrl, secret }: Counting & Pick<AuthDeps, 'db'>,
  personId: string,
  context: GenericEndpointContext | null,
): Promise<void> {
  const person = await findPerson(db, personId);
  if (!person)
    throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'They left' });
  if (!context || !CODE_PATHS.includes(context.path)) return;
  await limits.clear(
    'second_factor',
    attemptsOn(person.email, context.headers?.get('cookie'), { publicUrl, secret }),
  );
  if (context.path !== '/two-factor/verify-totp') return;
  await limits.consume('totp_code', `${personId} ${context.body.code}`).catch(() => {
    throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: 'This code was used' });
  });
  // Enrolling from within a session: others that a password alone had opened must not count as passed by a code.
  if (context.context.session) await endSessions(db, personId);
}

/** Count an attempt at a code before it is checked, so that codes sent at once do not slip through together. */
async function countCode({ limits, ...reads }: Counting, context: GenericEndpointContext): Promise<void> {
  if (!CODE_PATHS.includes(context.path)) return;
  const session = await getSessionFromCtx(context);
  const email = session ? undefined : await findChallenged(context);
  if (!session && !email) return;
  const key = email
    ? attemptsOn(email, context.headers?.get('cookie'), reads)
    : `session ${session?.session.id}`;
  await limits.consume('second_factor', key).catch((refused: unknown) => {
    if (!(refused instanceof AppError)) throw refused;
    throw new APIError('TOO_MANY_REQUESTS', { code: 'LOCKED', message: refused.message });
  });
}

/** The address of who has given the password and is asked for a code. */
async function findChallenged(context: GenericEndpointContext): Promise<string | undefined> {
  const { createAuthCookie, internalAdapter, secret } = context.context;
  const challenge = await context.getSignedCookie(createAuthCookie('two_factor').name, secret);
  const found = challenge && (await internalAdapter.findVerificationValue(challenge));
  const person = found ? await internalAdapter.findUserById(found.value) : undefined;
  return person?.email;
}

/** Mint a link by which a person chooses a password, for the letter that is being delivered. It works once. */
export async function invitationLink(auth: Auth, personId: string): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const token = randomBytes(32).toString('base64url');
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: personId,
    // By the system's clock, since better-auth compares it with that.
    expiresAt: new Date(Date.now() + LINK_LIFE * 1000),
  });
  return `${auth.options.baseURL}${PATHS.desk}welcome/#${token}`;
}

/** Whose link of a letter this is, before it is used; undefined where it opens nothing. */
export async function holderOf(auth: Auth, db: Db, token: string): Promise<Person | undefined> {
  const { internalAdapter } = await auth.$context;
  const link = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  return link ? findPerson(db, link.value) : undefined;
}
