/**
 * Browsers in which an account was opened before. A cookie says so; it opens nothing. Attempts from such a browser are
 * counted apart, so that whoever guesses from elsewhere cannot lock the owner out (OWASP: “device cookies”).
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { parse } from 'hono/utils/cookie';
import type { Deps } from './deps.ts';
import { cookieName, setSecret } from './secret-cookies.ts';

type Needs = Pick<Deps, 'auth' | 'publicUrl'>;
/** `secret`: the one that signs cookies of sessions. */
type Reads = { publicUrl: string; secret: string };

const NAME = 'device';
const HALF_A_YEAR = 180 * 24 * 3600;

/**
 * Whose attempts on the account of `email` are counted together: those of the known browser that sends these cookies,
 * or those of everybody else.
 */
export function attemptsOn(email: string, cookies: string | null | undefined, reads: Reads): string {
  const device = deviceIn(cookies ?? '', email, reads);
  return device ? `${email} ${device}` : email;
}

/** From now on this browser is known to the account. Only for who has come in with all that the account asks for. */
export function rememberDevice(c: Context, deps: Needs, email: string): void {
  const { secret } = deps.auth.options;
  const { publicUrl } = deps;
  const device =
    deviceIn(c.req.header('cookie') ?? '', email, { publicUrl, secret }) ??
    randomBytes(16).toString('base64url');
  setSecret(c, deps, NAME, `${device}.${signature(secret, email, device)}`, HALF_A_YEAR);
}

function deviceIn(cookies: string, email: string, { publicUrl, secret }: Reads): string | undefined {
  const value = parse(cookies)[cookieName({ publicUrl }, NAME)] ?? '';
  const [device = '', signed = ''] = value.split('.');
  const [given, expected] = [Buffer.from(signed), Buffer.from(signature(secret, email, device))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? device : undefined;
}

const signature = (secret: string, email: string, device: string) =>
  createHmac('sha256', secret).update(`device ${device} ${email}`).digest('base64url');
