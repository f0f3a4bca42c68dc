/** Answer with a page, in the shell of the site that is served. Each is behind a code, so none is kept by a cache. */
import type { Context } from 'hono';
import type { Deps } from '#api/deps.ts';
import type { REFUSALS } from '#api/errors.ts';
import { type ApiPage, renderInShell } from '#api/pages/shell.tsx';

export type PageStatus = (typeof REFUSALS)[keyof typeof REFUSALS]['status'] | 200 | 500;

export const print = (c: Context, { site }: Pick<Deps, 'site'>, page: ApiPage, status: PageStatus = 200) =>
  c.html(renderInShell(site.shell(), page), status, { 'Cache-Control': 'no-store' });
