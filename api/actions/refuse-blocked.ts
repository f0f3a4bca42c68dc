/** Nothing is taken from a blocked address: no submission, no confirmation, no comment. */
import { isBlocked } from '#api/db/blocks.ts';
import type { Db } from '#api/db/client.ts';
import { AppError } from '#api/errors.ts';
import { blockingKeys } from '#api/review/blocks.ts';

const MESSAGE =
  'The editors take nothing from this address at present. If you think that is a mistake, write to them: the privacy page says where.';

/** `path` is where the address was asked for, if it was. Refuses with `forbidden`. */
export async function refuseBlocked(db: Db, email: string, path?: string): Promise<void> {
  if (!(await isBlocked(db, blockingKeys(email)))) return;
  throw new AppError(
    'forbidden',
    MESSAGE,
    path === undefined ? {} : { issues: [{ path, message: MESSAGE }] },
  );
}
