/**
 * Sign-in: better-auth on our tables. Only `routes/sign-in.ts` speaks to its handler, so only the calls listed there
 * are open. None of `auth.api` may be called inside a transaction of ours: it would use the database beside it.
 */
import { randomBytes } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { betterAuth, type GenericEndpointContext } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import type { Logger } from 'pino';
import { PATHS } from '#site/paths.ts';
import type { Db } from './db/client.ts';
import { endLinks, endSessions, findPerson } from './db/people.ts';
import { authTables } from './db/tables.ts';
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
      },
    },
    user: {
      additionalFields: {
        roles: { type: 'string[]', required: true, input: false },
        leftAt: { type: 'date', required: false, input: false },
      },
    },
    verification: { storeIdentifier: 'hashed' },
    session: { expiresIn: 12 * HOUR, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: { before: (session, context) => admit({ db, limits }, session.userId, context) },
      },
    },
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
      twoFactor({ issuer: NAME }),
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

/** Run before any session begins: not for somebody who left, nor twice by one code (RFC 6238, section 5.2). */
async function admit(
  { db, limits }: Pick<AuthDeps, 'db' | 'limits'>,
  personId: string,
  context: GenericEndpointContext | null,
): Promise<void> {
  if (!(await findPerson(db, personId)))
    throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'They left' });
  if (context?.path !== '/two-factor/verify-totp') return;
  await limits.consume('totp_code', `${personId} ${context.body.code}`).catch(() => {
    throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: 'This code was used' });
  });
  // Enrolling from within a session: others that a password alone had opened must not count as passed by a code.
  if (context.context.session) await endSessions(db, personId);
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
