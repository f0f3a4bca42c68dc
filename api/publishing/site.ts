/**
 * The built site: one folder a build, a link to the one that is served, a swap that is a single rename.
 * Building and swapping are the publisher's, one at a time; reading is anybody's.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { FILES } from '#site/paths.ts';
import { runBuild } from './build.ts';
import { sync } from './durable-files.ts';

/** The name of a build: a number that grows, and letters that no other build has, like `000012-9f3c1a`. */
export type BuildId = string;

export type Site = {
  /** The folder of the build that is served; `undefined` before the first one. */
  current: () => string | undefined;
  /** The page that the API fills (`site/shell.ts`), of the build that is served. Throws before the first build. */
  shell: () => string;
  /**
   * Build from the records as they are now, beside what is served. `onLine` hears each line that the build prints, the
   * first as soon as it runs. Throws `BuildFailed`.
   */
  build: (onLine?: (line: string) => void) => Promise<BuildId>;
  /** Serve `build` from now on, and remove all but the newest builds. */
  swap: (build: BuildId) => Promise<void>;
};

export type SitePlace = {
  /** Where builds are kept: a folder of this site alone. */
  siteDir: string;
  recordsDir: string;
  /** The checkout that holds `astro.config.mjs`. */
  projectRoot: string;
  publicUrl: string;
  /** Whether every page says that this is a demonstration. */
  demo?: boolean;
};

const KEPT_BUILDS = 3;
const UNFINISHED = '.unfinished';

/** Open the folder of the site, making it if need be. */
export function openSite(place: SitePlace): Site {
  const siteDir = path.resolve(place.siteDir);
  const builds = path.join(siteDir, 'builds');
  fs.mkdirSync(builds, { recursive: true });
  const current = () => readCurrent(siteDir);
  return {
    current,
    shell: shellOf(current),
    build: (onLine = () => {}) => build(place, siteDir, onLine),
    swap: (id) => swap(siteDir, id),
  };
}

function readCurrent(siteDir: string): string | undefined {
  try {
    return path.resolve(siteDir, fs.readlinkSync(path.join(siteDir, 'current')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Read the shell once a build: the names of its style sheets change. */
function shellOf(current: Site['current']): () => string {
  let read: { build: string; text: string } | undefined;
  return () => {
    const folder = current();
    if (folder === undefined) throw new Error('The site has not been built yet. Publish once to build it.');
    if (read?.build !== folder)
      read = { build: folder, text: fs.readFileSync(path.join(folder, '_shell', 'index.html'), 'utf8') };
    return read.text;
  };
}

async function build(place: SitePlace, siteDir: string, onLine: (line: string) => void): Promise<BuildId> {
  const builds = path.join(siteDir, 'builds');
  const cacheDir = path.join(siteDir, 'cache');
  clearUnfinished(builds, cacheDir);
  const earlier = listFinished(builds);
  const served = withList(readCurrent(siteDir));
  const id = nextId(earlier[0]);
  const folder = path.join(builds, id + UNFINISHED);
  fs.mkdirSync(folder);
  try {
    await runBuild(
      {
        projectRoot: path.resolve(place.projectRoot),
        folder,
        cacheDir,
        earlier: earlier.map((name) => path.join(builds, name)),
        served,
      },
      {
        RECORDS_DIR: path.resolve(place.recordsDir),
        PUBLIC_URL: place.publicUrl,
        GUIDE_DIR: path.join(siteDir, 'guide'),
        DEMO: String(place.demo ?? false),
        ...predecessorOf(served),
      },
      onLine,
    );
  } catch (error) {
    clearUnfinished(builds, cacheDir);
    throw error;
  }
  fs.renameSync(folder, path.join(builds, id));
  await sync(builds);
  return id;
}

const listIn = (build: string) => path.join(build, FILES.provenance);
const withList = (build: string | undefined) => (build && fs.existsSync(listIn(build)) ? build : undefined);

/** The provenance that is served names what was published so far; the next one names it, so that neither can be swapped unseen. */
const predecessorOf = (served: string | undefined): { PREDECESSOR?: string } =>
  served
    ? {
        PREDECESSOR: createHash('sha256')
          .update(fs.readFileSync(listIn(served)))
          .digest('hex'),
      }
    : {};

/** Remove what builds left that were killed or failed, and the cache with it, which may be half written. */
function clearUnfinished(builds: string, cacheDir: string): void {
  const leftovers = fs.readdirSync(builds).filter((name) => name.endsWith(UNFINISHED));
  for (const name of leftovers) removeFolder(path.join(builds, name));
  if (leftovers.length > 0) removeFolder(cacheDir);
}

async function swap(siteDir: string, id: BuildId): Promise<void> {
  const builds = path.join(siteDir, 'builds');
  const link = path.join(siteDir, 'current');
  const next = link + UNFINISHED;
  fs.rmSync(next, { force: true });
  fs.symlinkSync(path.join('builds', id), next);
  fs.renameSync(next, link);
  await sync(siteDir);

  const others = listFinished(builds).filter((name) => name !== id);
  for (const name of others.slice(KEPT_BUILDS - 1)) removeFolder(path.join(builds, name));
}

/** Finished builds, the newest first. */
const listFinished = (builds: string): BuildId[] =>
  fs
    .readdirSync(builds)
    .filter((name) => !name.endsWith(UNFINISHED))
    .sort()
    .reverse();

function nextId(newest = '0'): BuildId {
  const number = Number.parseInt(newest, 10) + 1;
  return `${String(number).padStart(6, '0')}-${crypto.randomUUID().slice(0, 6)}`;
}

/** A process that is just ending may still write there, hence the retries. */
const removeFolder = (folder: string) =>
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
