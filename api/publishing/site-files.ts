/**
 * What a build of the site holds, listed once beside its files: the server answers from the list, never from a path that
 * somebody sent. Text is compressed when the site is built, not when it is asked for.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';
import { sync } from './durable-files.ts';
import { earlierLists } from './earlier-lists.ts';

/** The encodings that are stored beside a file, the better one first, and how their names end. */
export const ENCODINGS = { br: '.br', gzip: '.gz' } as const;
export type Encoding = keyof typeof ENCODINGS;

export type SiteFile = {
  type: string;
  etag: string;
  /** Stored beside it, under the file's name and the ending of the encoding. */
  encodings: Encoding[];
  /** It comes from an earlier build, for pages that were loaded before this one was swapped in. */
  inherited?: true;
};

/** By path, with a slash at the beginning: `/guide/index.html`. */
export type SiteFiles = Record<string, SiteFile>;

const LIST = '.files.json';
/** Files whose names hold a hash of their content: kept by browsers for good, and for a while by the builds after. */
const HASHED = ['/_astro/', '/search/parts/'];
export const isHashed = (file: string) => HASHED.some((prefix) => file.startsWith(prefix));
/** For the API alone: a page without content. */
const UNSERVED = ['/_shell/', '/.prerender/'];

const TYPES: Record<string, string> = {
  atom: 'application/atom+xml',
  bib: 'application/x-bibtex; charset=utf-8',
  cff: 'application/yaml; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  rss: 'application/rss+xml',
  yaml: 'application/yaml; charset=utf-8',
};
const COMPRESSIBLE = /^text\/|json|xml|yaml|javascript|bibtex/;
/** Below this, the headers weigh more than what is saved. Bytes. */
const WORTH_COMPRESSING = 512;
/** Files in work at a time: enough to keep the disk and zlib's threads busy. */
const AT_A_TIME = 16;

/** The files of a finished build. */
export const readSiteFiles = async (build: string): Promise<SiteFiles> =>
  JSON.parse(await fs.readFile(path.join(build, LIST), 'utf8'));

/**
 * Finish a build: take over the hashed files that `earlier` builds made and the lists of what was published before, compress,
 * list, bring everything to the disk. `served`: the build whose `provenance.json` this one names.
 * Earlier files are linked, not copied, so all builds must be on one file system.
 */
export async function finishSite(build: string, earlier: readonly string[], served?: string): Promise<void> {
  const entries = await fs.readdir(build, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `/${path.relative(build, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`,
    )
    .filter((file) => !UNSERVED.some((prefix) => file.startsWith(prefix)));

  const files: SiteFiles = {};
  await inTurns(paths, async (file) => {
    files[file] = await describe(build, file);
  });
  for (const other of earlier) await inherit(build, other, files);
  if (served) await keepLists(build, served, files);

  const folders = entries.filter((entry) => entry.isDirectory());
  await inTurns(folders, (entry) => sync(path.join(entry.parentPath, entry.name)));
  await fs.writeFile(path.join(build, LIST), JSON.stringify(files), { flush: true });
  await sync(build);
}

/** Describe a file, storing its compressed forms. */
async function describe(build: string, file: string): Promise<SiteFile> {
  const full = path.join(build, file);
  const bytes = await fs.readFile(full);
  await sync(full);
  const type = TYPES[path.extname(file).slice(1)] ?? getMimeType(file) ?? 'application/octet-stream';
  // Weak: one tag for all encodings of the same content.
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const encodings =
    COMPRESSIBLE.test(type) && bytes.length >= WORTH_COMPRESSING ? await compress(full, bytes) : [];
  return { type, etag, encodings };
}

async function compress(file: string, bytes: Buffer): Promise<Encoding[]> {
  const forms = {
    br: await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    gzip: await promisify(gzip)(bytes),
  };
  const smaller = (Object.keys(ENCODINGS) as Encoding[]).filter(
    (encoding) => forms[encoding].length < bytes.length,
  );
  for (const encoding of smaller)
    await fs.writeFile(file + ENCODINGS[encoding], forms[encoding], { flush: true });
  return smaller;
}

/** Link what `other` made itself. What it had inherited is left behind, or nothing would ever go. */
async function inherit(build: string, other: string, files: SiteFiles): Promise<void> {
  for (const [file, description] of Object.entries(await readSiteFiles(other))) {
    if (!isHashed(file) || description.inherited || files[file]) continue;
    await link(path.join(other, file), path.join(build, file), description);
    files[file] = { ...description, inherited: true };
  }
}

/** Keep the lists that the build which is served keeps, and its own, each under its hash. */
async function keepLists(build: string, served: string, files: SiteFiles): Promise<void> {
  const described = await readSiteFiles(served);
  for (const { from, to } of await earlierLists(served, Object.keys(described))) {
    const description = described[from];
    if (!description) continue;
    await link(path.join(served, from), path.join(build, to), description);
    files[to] = description;
  }
}

/** With its compressed forms. */
async function link(from: string, to: string, { encodings }: SiteFile): Promise<void> {
  await fs.mkdir(path.dirname(to), { recursive: true });
  for (const ending of ['', ...encodings.map((encoding) => ENCODINGS[encoding])])
    await fs.link(from + ending, to + ending);
}

/** Work through `items`, some of them at a time. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}
