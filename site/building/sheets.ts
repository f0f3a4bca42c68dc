/**
 * Compiles our style sheets once a build, all in one run of Sass. By itself Vite would run it for every sheet and every
 * environment, and each run reads the three hundred files of USWDS anew: half the time that a build takes.
 *
 * A finished run is kept in Vite's cache folder, for as long as the files that went into it stay the same.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const USWDS = fileURLToPath(new URL('../../node_modules/@uswds/uswds/packages', import.meta.url));
const FOLDER = fileURLToPath(new URL('../styles', import.meta.url));
/** Where Sass looks for what is named without a path; for Vite's own runs, while writing, too. */
export const LOAD_PATHS = [USWDS, FOLDER];
/** Holds the version of Sass: another one may write other CSS. */
const COMPILER = fileURLToPath(new URL('../../node_modules/sass/package.json', import.meta.url));

/** CSS by the name of its sheet. */
type Sheets = Record<string, string>;
/** `files`: what the sheets were made from, by their paths from the folder of the sheets, with the hash of each. */
type Kept = { files: Record<string, string>; sheets: Sheets };

export function compiledSheets(): Plugin {
  let cache = '';
  let sheets: Promise<Sheets> | undefined;
  return {
    name: 'compiled-sheets',
    apply: 'build',
    enforce: 'pre',
    configResolved: (config) => {
      cache = path.join(config.cacheDir, 'sheets.json');
    },
    // Under a name that ends with `.css`, or Vite would run Sass over it again.
    resolveId: {
      filter: { id: /^#site\/styles\/[^/]+\.scss$/ },
      handler: (id) => path.join(FOLDER, `${path.basename(id, '.scss')}.css`),
    },
    load: {
      filter: { id: /\/site\/styles\/[^/]+\.css$/ },
      async handler(id) {
        sheets ??= openSheets(FOLDER, cache);
        return (await sheets)[path.basename(id, '.css')];
      },
    },
  };
}

/** The sheets of a folder that are no part of another. Takes them from the cache, or makes them and keeps them there. */
export async function openSheets(folder: string, cache: string): Promise<Sheets> {
  const names = fs
    .readdirSync(folder)
    .filter((name) => /^[a-z-]+\.scss$/.test(name))
    .map((name) => path.basename(name, '.scss'));
  const kept = readKept(folder, cache);
  if (kept && names.every((name) => name in kept.sheets)) return kept.sheets;
  const { sheets, files } = await compileSheets(folder, names);
  const hashes = Object.fromEntries(files.map((file) => [path.relative(folder, file), hashOf(file)]));
  writeWhole(cache, JSON.stringify({ files: hashes, sheets } satisfies Kept));
  return sheets;
}

function readKept(folder: string, cache: string): Kept | undefined {
  if (!fs.existsSync(cache)) return undefined;
  const kept = JSON.parse(fs.readFileSync(cache, 'utf8')) as Kept;
  const isCurrent = Object.entries(kept.files).every(([name, hash]) => {
    const file = path.join(folder, name);
    return fs.existsSync(file) && hashOf(file) === hash;
  });
  return isCurrent ? kept : undefined;
}

const hashOf = (file: string) => createHash('sha256').update(fs.readFileSync(file)).digest('hex');

/** Another build may read the file at the same time. */
function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(unfinished, text);
  fs.renameSync(unfinished, file);
}

const MARK = /\/\*! sheet ([a-z-]+) \*\/\n/;

async function compileSheets(
  folder: string,
  names: readonly string[],
): Promise<{ sheets: Sheets; files: string[] }> {
  // Half a second, which a build does not need when nothing has changed.
  const { compileString } = await import('sass');
  const all = names.map((name) => `/*! sheet ${name} */\n@include meta.load-css("${name}");`);
  const { css, loadedUrls } = compileString(`@use "sass:meta";\n${all.join('\n')}`, {
    loadPaths: [USWDS, folder],
    quietDeps: true,
  });
  const [, ...parts] = css.split(MARK);
  const sheets = Object.fromEntries(names.map((name) => [name, parts[parts.indexOf(name) + 1] ?? '']));
  return { sheets, files: [COMPILER, ...loadedUrls.map((url) => fileURLToPath(url))] };
}
