import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BuildFailed } from '#api/publishing/build.ts';
import { serveSite } from '#api/publishing/serve-site.ts';
import { openSite, type Site } from '#api/publishing/site.ts';
import { earlierProvenance } from '#site/paths.ts';

const projectRoot = fileURLToPath(new URL('./small-site', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  for (const dir of folders) fs.rmSync(dir, { recursive: true });
});

const PUBLIC_URL = 'https://patches.example.org';

function emptyPlace() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-site-'));
  folders.push(dir);
  const recordsDir = path.join(dir, 'records');
  fs.mkdirSync(path.join(recordsDir, 'case-studies'), { recursive: true });
  const site = openSite({ siteDir: path.join(dir, 'site'), recordsDir, projectRoot, publicUrl: PUBLIC_URL });
  return { dir, site, builds: path.join(dir, 'site', 'builds'), write: writer(recordsDir) };
}

const writer = (recordsDir: string) => (name: string, title: string) =>
  fs.writeFileSync(
    path.join(recordsDir, 'case-studies', name),
    JSON.stringify({ record: { title, summary: `What ${title} says` } }),
  );

/** Folders of builds whose process has ended. Other tests may be building the same project. */
const remainsOfBuilds = () =>
  fs
    .readdirSync(path.join(projectRoot, '.astro', 'builds'))
    .filter((name) => !isRunning(Number.parseInt(name, 10)));

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function publish(site: Site) {
  const build = await site.build();
  await site.swap(build);
  return build;
}

describe('building and swapping', () => {
  test('what is served stays while another build is made, and changes at once', async () => {
    const { site, builds, write } = emptyPlace();
    const provenance = (build: string) =>
      fs.readFileSync(path.join(builds, build, 'provenance.json'), 'utf8');
    expect(site.current()).toBeUndefined();
    expect(() => site.shell()).toThrow(/has not been built/);
    const served = provenance(await publish(site));
    const first = site.current();

    write('two-rings.v1.yaml', 'Two rings');
    const build = await site.build();

    expect(site.current()).toBe(first);
    expect(JSON.parse(served).predecessor).toBe(null);
    const named = createHash('sha256').update(served).digest('hex');
    expect(JSON.parse(provenance(build)).predecessor).toBe(named);
    expect(fs.readFileSync(path.join(builds, build, earlierProvenance(named)), 'utf8')).toBe(served);
    await site.swap(build);
    expect(path.basename(site.current() ?? '')).toBe(build);
    const page = path.join(site.current() ?? '', 'lessons', 'two-rings', 'index.html');
    expect(fs.readFileSync(page, 'utf8')).toContain('What Two rings says');
    expect(site.shell()).toContain('%shell-content%');
  });

  test('the three newest builds are kept', async () => {
    const { site, builds } = emptyPlace();
    const names = ['000001-aaaaaa', '000002-bbbbbb', '000003-cccccc', '000004-dddddd'];

    for (const name of names) {
      fs.mkdirSync(path.join(builds, name));
      await site.swap(name);
    }

    expect(fs.readdirSync(builds)).toEqual(names.slice(1));
    expect(path.basename(site.current() ?? '')).toBe('000004-dddddd');
  });

  test('a failed build says why, and leaves what is served and no remains', async () => {
    const { site, builds, write } = emptyPlace();
    const served = await publish(site);
    write('broken.v1.yaml', 'Breaks the build');

    const failing = site.build();

    await expect(failing).rejects.toThrow(BuildFailed);
    await expect(failing).rejects.toThrow(/the page of broken cannot be built/);
    expect(fs.readdirSync(builds)).toEqual([served]);
    expect(path.basename(site.current() ?? '')).toBe(served);
    expect(remainsOfBuilds()).toEqual([]);
  });

  test('remains of a killed build are cleared by the next', async () => {
    const { site, builds } = emptyPlace();
    fs.mkdirSync(path.join(builds, '000001-killed.unfinished', 'lessons'), { recursive: true });

    const build = await publish(site);

    expect(fs.readdirSync(builds)).toEqual([build]);
  });

  test('two sites are built from one checkout at a time, because each works in a folder of its own', async () => {
    const places = [emptyPlace(), emptyPlace()];
    for (const [at, place] of places.entries()) place.write('same.v1.yaml', `Site ${at}`);

    await Promise.all(places.map(({ site }) => publish(site)));

    const pages = places.map(({ site }) =>
      fs.readFileSync(path.join(site.current() ?? '', 'lessons', 'same', 'index.html'), 'utf8'),
    );
    expect(pages.map((page) => /<h1>(.*?)<\/h1>/.exec(page)?.[1])).toEqual(['Site 0', 'Site 1']);
  });
});

test('a build whose list cannot be read is asked again, because what hindered may have gone', async () => {
  const { site, builds } = emptyPlace();
  const build = '000001-aaaaaa';
  const list = path.join(builds, build, '.files.json');
  fs.mkdirSync(path.dirname(list));
  await site.swap(build);
  const app = new Hono().get('*', serveSite(site));
  expect((await app.request('/nowhere/')).status).toBe(500);

  fs.writeFileSync(list, '{}');

  expect((await app.request('/nowhere/')).status).toBe(404);
});

describe('serving', () => {
  const { site, write } = emptyPlace();
  const app = new Hono().get('*', serveSite(site));
  beforeAll(async () => {
    expect((await app.request('/')).status).toBe(503);
    for (let number = 1; number < 30; number++)
      write(`lesson-${number}.v1.yaml`, `Lesson ${'word '.repeat(number * 9)}`);
    await publish(site);
  }, 30_000);

  test('a page is revalidated each time', async () => {
    const page = await app.request('/');

    expect(page.status).toBe(200);
    expect(await page.text()).toContain('29 records');
    expect(Object.fromEntries(page.headers)).toEqual({
      'cache-control': 'no-cache',
      'content-length': expect.stringMatching(/^\d+$/),
      'content-type': 'text/html; charset=utf-8',
      etag: expect.stringMatching(/^W\/".+"$/),
    });
  });

  test('a page that the reader has is not sent again', async () => {
    const etag = (await app.request('/lessons/lesson-3/')).headers.get('etag') ?? '';

    const again = await app.request('/lessons/lesson-3/', { headers: { 'If-None-Match': `"x", ${etag}` } });

    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  });

  test('files whose names change with their content may be kept for ever', async () => {
    const href = /href="(\/_astro\/[^"]+\.css)"/.exec(await (await app.request('/')).text())?.[1] ?? '';

    const sheet = await app.request(href);

    expect(sheet.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', null],
  ])('a client that takes “%s” gets %s', async (accepted, encoding) => {
    const page = await app.request('/lessons/lesson-29/', { headers: { 'Accept-Encoding': accepted } });

    expect(page.headers.get('content-encoding')).toBe(encoding);
    expect(page.headers.get('vary')).toBe('Accept-Encoding');
    expect(page.headers.get('content-length')).toBe(String((await page.arrayBuffer()).byteLength));
  });

  test('HEAD answers what GET would, without the page', async () => {
    const head = await app.request('/', { method: 'HEAD' });

    expect(await head.text()).toBe('');
    expect(head.headers.get('content-length')).toBe((await app.request('/')).headers.get('content-length'));
  });

  test('an address without its last slash leads to the one with it', async () => {
    const moved = await app.request('/lessons/lesson-3?from=mail');

    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/lessons/lesson-3/?from=mail']);
  });

  test.each([
    '/nowhere/',
    '/lessons/',
    '/_shell/',
    '/.files.json',
    '/..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/builds',
    '//example.com/lessons/lesson-3',
    '/lessons/lesson-29/index.html.br',
    '/%E0%A4%A',
    '/__proto__',
  ])('%s is not there, and says so with the site’s own page', async (address) => {
    const missing = await app.request(`http://localhost${address}`);

    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('<h1>Not here</h1>');
    expect(missing.headers.get('cache-control')).toBe('no-cache');
  });
});
