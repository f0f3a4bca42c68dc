/** The built site as files: build it into a folder of its own, list its pages, serve it on loopback. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ASTRO = 'node_modules/astro/bin/astro.mjs';

export type BuiltSite = { folder: string; remove: () => Promise<void> };

/**
 * Build the whole site into a temporary folder of its own, by default with no records but those of `content/`.
 * Throws with the output of the build if it fails.
 */
export async function buildSite(env: Record<string, string> = {}): Promise<BuiltSite> {
  const place = await mkdtemp(join(tmpdir(), 'patch-commons-site-'));
  const [folder, records] = [join(place, 'site'), join(place, 'records')];
  await mkdir(records);
  await run(process.execPath, [ASTRO, 'build', '--outDir', folder], {
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      RECORDS_DIR: records,
      ...env,
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { folder, remove: () => rm(place, { recursive: true }) };
}

/** Addresses of all pages of a built site, in order: `/`, `/404.html`, `/about/`, … */
export async function listPages(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
    .toSorted();
}

/** The file that answers an address, whether or not it exists. */
export const fileOf = (folder: string, path: string) =>
  join(folder, path.endsWith('/') ? `${path}index.html` : path);

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

export type ServedFolder = { origin: string; close: () => Promise<void> };

/** Serve a folder on a free port of 127.0.0.1, nothing else. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = fileOf(folder, decodeURIComponent(pathname));
    if (!existsSync(file)) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(await readFile(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
