/** Cookies that scripts cannot read and other sites cannot send. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Deps } from './deps.ts';

type Needs = Pick<Deps, 'publicUrl'>;

/** The `__Host-` prefix asks for https, which a machine of one's own has not. */
const isSecure = ({ publicUrl }: Needs) => publicUrl.startsWith('https:');
export const cookieName = (deps: Needs, name: string) => (isSecure(deps) ? `__Host-${name}` : name);

export function setSecret(c: Context, deps: Needs, name: string, value: string, seconds: number): void {
  setCookie(c, cookieName(deps, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(deps),
    maxAge: seconds,
  });
}

/** Read such a cookie once: it is gone afterwards. */
export function takeSecret(c: Context, deps: Needs, name: string): string | undefined {
  const value = getCookie(c, cookieName(deps, name));
  if (value !== undefined) deleteCookie(c, cookieName(deps, name), { path: '/', secure: isSecure(deps) });
  return value;
}
