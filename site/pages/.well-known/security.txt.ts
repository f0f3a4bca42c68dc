/** RFC 9116: where to report a weakness of this site. Each build renews it; the site is built nightly. */
import type { APIRoute } from 'astro';
import { securityMailbox } from '#site/contacts.ts';
import { PATHS } from '#site/paths.ts';

const VALID_DAYS = 90;

export const GET: APIRoute = ({ site, url }) => {
  const home = site ?? url;
  const expires = new Date(Date.now() + VALID_DAYS * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  const lines = [
    `Contact: mailto:${securityMailbox(home)}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${new URL('/.well-known/security.txt', home).href}`,
    `Policy: ${new URL(PATHS.about, home).href}#security`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
