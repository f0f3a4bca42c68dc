/**
 * The one-time link by which the first editor makes an account. It lives in the memory of one process while the desk
 * has no editor; whoever reads the console may use it.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { PATHS } from '#site/paths.ts';
import type { Db } from './db/client.ts';
import { isHeld } from './db/people.ts';

export type FirstEditorLink = {
  /** To be printed on the console, once; undefined where the desk has an editor. */
  address: string | undefined;
  /** Whether `token` is the one of the link. Takes the same time whatever is asked. */
  opens: (token: string) => boolean;
  close: () => void;
};

export async function openFirstEditorLink(db: Db, publicUrl: string): Promise<FirstEditorLink> {
  if (await isHeld(db, 'editor')) return { address: undefined, opens: () => false, close: () => {} };
  const token = randomBytes(32).toString('base64url');
  const expected = sha256(token);
  let open = true;
  return {
    address: `${publicUrl}${PATHS.desk}first/#${token}`,
    opens: (offered) => timingSafeEqual(sha256(offered), expected) && open,
    close: () => {
      open = false;
    },
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();
