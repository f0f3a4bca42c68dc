/** A second factor is shown again within a session, by a code. A passkey does the same by beginning a new session. */
import type { Context } from 'hono';
import { z } from 'zod';
import { askAuth } from './ask-auth.ts';
import { markProven } from './db/sessions.ts';
import type { Deps } from './deps.ts';
import { AppError } from './errors.ts';
import type { SignedIn } from './require-person.ts';

const APP_CODE = /^\d{3}\s?\d{3}$/;

/** `typed`: six digits of the app, or else a recovery code. Throws `unauthorized` where it is wrong or was used. */
export async function proveOneself(
  deps: Pick<Deps, 'auth' | 'db' | 'limits' | 'now' | 'publicUrl'>,
  c: Context<SignedIn>,
  typed: string,
): Promise<void> {
  const { person, session } = c.var;
  if (APP_CODE.test(typed)) {
    const code = typed.replace(/\s/, '');
    await askAuth(deps, c, '/two-factor/verify-totp', z.unknown(), { code });
    await deps.limits.consume('totp_code', `${person.id} ${code}`).catch(codeWasUsed);
  } else await askAuth(deps, c, '/two-factor/verify-backup-code', z.unknown(), { code: typed });
  await markProven(deps.db, session.id, deps.now());
}

const codeWasUsed = (refused: unknown) => {
  if (!(refused instanceof AppError)) throw refused;
  throw new AppError('unauthorized', 'This code was used before. Wait for the next one.');
};
