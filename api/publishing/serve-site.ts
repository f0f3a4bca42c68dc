/** Answers requests for the built site, from the list of its files. Nothing outside that list can be reached. */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Context, Handler } from 'hono';
import type { Site } from './site.ts';
import {
  ENCODINGS,
  type Encoding,
  isHashed,
  readSiteFiles,
  type SiteFile,
  type SiteFiles,
} from './site-files.ts';

const FOREVER = 'public, max-age=31536000, immutable';

/** Serve the current build under `/*`. A path that it does not hold gets its 404 page. */
export function serveSite(site: Site): Handler {
  const filesOf = rememberFiles();
  return async (c) => {
    const build = site.current();
    if (build === undefined)
      return c.text('The site is being built. Try again in a minute.', 503, { 'Retry-After': '30' });

    const files = await filesOf(build);
    const wanted = pathOf(c);
    const found = wanted.endsWith('/') ? `${wanted}index.html` : wanted;
    if (files[found]) return answer(c, build, found, files[found]);
    if (files[`${wanted}/index.html`]) return c.redirect(`${wanted}/${new URL(c.req.url).search}`, 301);
    if (files['/404.html']) return answer(c, build, '/404.html', files['/404.html'], 404);
    return c.text('Not found', 404);
  };
}

/** The list of the build that is served, kept once it could be read. */
function rememberFiles(): (build: string) => Promise<SiteFiles> {
  let kept: { build: string; files: SiteFiles } | undefined;
  return async (build) => {
    if (kept?.build !== build) kept = { build, files: await readSiteFiles(build) };
    return kept.files;
  };
}

function pathOf(c: Context): string {
  const { pathname } = new URL(c.req.url);
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

async function answer(
  c: Context,
  build: string,
  file: string,
  { type, etag, encodings }: SiteFile,
  status: 200 | 404 = 200,
) {
  const encoding = encodings.find((known) => accepts(c, known));
  const headers = {
    'Cache-Control': isHashed(file) ? FOREVER : 'no-cache',
    ETag: etag,
    ...(encodings.length > 0 && { Vary: 'Accept-Encoding' }),
  };
  if (status === 200 && isKnown(c, etag)) return c.body(null, 304, headers);
  const bytes = await fs.readFile(path.join(build, file) + (encoding ? ENCODINGS[encoding] : ''));
  return c.body(bytes, status, {
    ...headers,
    'Content-Type': type,
    'Content-Length': String(bytes.length),
    ...(encoding && { 'Content-Encoding': encoding }),
  });
}

/** Whether the client takes an encoding. One that it names with `q=0` it does not. */
function accepts(c: Context, encoding: Encoding): boolean {
  const named = (c.req.header('Accept-Encoding') ?? '').split(',').map((part) => part.trim().toLowerCase());
  return named.some((part) => {
    const [name, weight] = part.split(/\s*;\s*/);
    return name === encoding && !/^q=0(\.0*)?$/.test(weight ?? '');
  });
}

/** Whether the client has this content already. https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
function isKnown(c: Context, etag: string): boolean {
  const tags = (c.req.header('If-None-Match') ?? '').split(',').map((tag) => tag.trim());
  return tags.includes('*') || tags.includes(etag);
}
