/** One call to better-auth on behalf of a request: its cookies go on to the browser, its refusals become ours. */
import type { Context } from 'hono';
import { z } from 'zod';
import type { Deps } from './deps.ts';
import { AppError, type RefusalCode } from './errors.ts';
import { tooMany } from './limits.ts';

/** What is said about each refusal of better-auth, by its code. */
// biome-ignore format: a table is read by column
const REFUSED: Record<string, readonly [RefusalCode, string]> = {
  INVALID_EMAIL_OR_PASSWORD:  ['unauthorized', 'The e-mail address or the password is not right.'],
  INVALID_EMAIL:              ['unauthorized', 'The e-mail address or the password is not right.'],
  INVALID_CODE:               ['unauthorized', 'This code is not right. Enter the six digits that the app shows now.'],
  CODE_USED:                  ['unauthorized', 'This code was used before. Sign in again with the next one.'],
  INVALID_BACKUP_CODE:        ['unauthorized', 'This recovery code is not right, or was used before.'],
  INVALID_TWO_FACTOR_COOKIE:  ['unauthorized', 'This took too long. Begin again with your password.'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ['unauthorized', 'These were too many wrong codes. Begin again with your password.'],
  VERIFY_YOURSELF:            ['unauthorized', 'Unlock your passkey by its PIN, your finger or your face.'],
  PASSKEY_NOT_FOUND:          ['unauthorized', 'This passkey is not known here.'],
  AUTHENTICATION_FAILED:      ['unauthorized', 'This passkey could not be checked. Try again.'],
  CHALLENGE_NOT_FOUND:        ['unauthorized', 'This took too long. Try again.'],
  UNAUTHORIZED:               ['unauthorized', 'Sign in to go on.'],
  INVALID_PASSWORD:           ['forbidden', 'The password is not right.'],
  INVALID_TOKEN:              ['forbidden', 'This link was used or is too old. Ask for a fresh one.'],
  TOTP_ALREADY_ENABLED:       ['conflict', 'You have a second factor already.'],
  TOTP_NOT_ENABLED:           ['conflict', 'Set up a second factor first.'],
  TWO_FACTOR_NOT_ENABLED:     ['conflict', 'Set up a second factor first.'],
  BACKUP_CODES_NOT_ENABLED:   ['conflict', 'There are no recovery codes yet. Set up a second factor first.'],
  SESSION_NOT_FRESH:          ['unauthorized', 'Sign in again to do this.'],
  INVALID_ORIGIN:             ['forbidden', 'This came from another site. Open the page here and try again.'],
  MISSING_OR_NULL_ORIGIN:     ['forbidden', 'This came from an unknown site. Open the page here and try again.'],
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: ['forbidden', 'This came from another site. Open the page here and try again.'],
};
/** Ten wrong codes in a row lock the second factor for so many seconds. */
const LOCKED_FOR = 900;

const refusal = z.object({ code: z.string().catch(''), message: z.string().catch('') });

/** Call better-auth at `path` and parse what it answers. Throws `AppError`; anything else is a bug. */
export async function askAuth<Answer extends z.ZodType = z.ZodUnknown>(
  deps: Pick<Deps, 'auth' | 'publicUrl'>,
  c: Context,
  path: string,
  answer: Answer,
  body?: object,
): Promise<z.infer<Answer>> {
  const response = await deps.auth.handler(forwarded(deps.publicUrl, c, path, body));
  if (!response.ok) throw await asError(response);
  for (const cookie of response.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
  return answer.parse(await response.json());
}

/** The same request with the parsed body. Its host is ours, whatever the client or a proxy wrote there. */
function forwarded(publicUrl: string, c: Context, path: string, body: object | undefined): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  return new Request(`${publicUrl}/api/auth${path}`, {
    method: c.req.method,
    headers,
    ...(c.req.method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
  });
}

async function asError(response: Response): Promise<Error> {
  const { code, message } = refusal.parse(await response.json().catch(() => ({})));
  if (response.status === 429) return tooMany(LOCKED_FOR);
  const known = REFUSED[code];
  if (known) return new AppError(...known);
  if (response.status < 500)
    return new AppError('bad_request', 'This is not possible now. Load the page again and begin anew.');
  return new Error(`better-auth answered ${response.status} ${code} ${message}`);
}
