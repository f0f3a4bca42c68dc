import fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { earlierLists } from '#api/publishing/earlier-lists.ts';
import { finishSite, readSiteFiles } from '#api/publishing/site-files.ts';
import { sha256 } from '#api/publishing/verify-record.ts';
import { earlierProvenance, FILES } from '#site/paths.ts';
import { temporaryFolder } from '#test/support/folder.ts';

/** A folder with these files, as Astro would leave it. */
function built(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

const LONG = 'patch, test, deploy, verify. '.repeat(100);

test('text that is worth it is stored compressed as well, and the rest as it is', async () => {
  const folder = built({ 'index.html': LONG, 'short.txt': 'short', '_astro/font.woff2': LONG });

  await finishSite(folder, []);

  const files = await readSiteFiles(folder);
  expect(Object.fromEntries(Object.entries(files).map(([file, { encodings }]) => [file, encodings]))).toEqual(
    {
      '/index.html': ['br', 'gzip'],
      '/short.txt': [],
      '/_astro/font.woff2': [],
    },
  );
  expect(brotliDecompressSync(fs.readFileSync(path.join(folder, 'index.html.br'))).toString()).toBe(LONG);
  expect(gunzipSync(fs.readFileSync(path.join(folder, 'index.html.gz'))).toString()).toBe(LONG);
});

test('the shell is for the API alone', async () => {
  const folder = built({ '_shell/index.html': LONG, '.well-known/security.txt': 'Contact: …' });

  await finishSite(folder, []);

  expect(Object.keys(await readSiteFiles(folder))).toEqual(['/.well-known/security.txt']);
});

test('the same content has the same tag in every build, so that readers keep what did not change', async () => {
  const [one, other] = [
    built({ 'a.html': LONG, 'b.html': 'one' }),
    built({ 'a.html': LONG, 'b.html': 'other' }),
  ];
  await finishSite(one, []);
  await finishSite(other, []);

  const [first, second] = [await readSiteFiles(one), await readSiteFiles(other)];

  expect(first['/a.html']?.etag).toBe(second['/a.html']?.etag);
  expect(first['/b.html']?.etag).not.toBe(second['/b.html']?.etag);
});

test('hashed files of earlier builds stay for pages that were loaded before the swap, but not for ever', async () => {
  const first = built({ '_astro/a.1.css': LONG, 'index.html': 'first' });
  const second = built({ '_astro/a.2.css': LONG, '_astro/b.css': 'same' });
  const third = built({ '_astro/a.3.css': LONG, '_astro/b.css': 'same' });

  await finishSite(first, []);
  await finishSite(second, [first]);
  await finishSite(third, [second]);

  const inherited = async (folder: string) =>
    Object.entries(await readSiteFiles(folder)).flatMap(([file, entry]) => (entry.inherited ? file : []));
  expect(await inherited(second)).toEqual(['/_astro/a.1.css']);
  expect(await inherited(third)).toEqual(['/_astro/a.2.css']);
  expect(fs.readFileSync(path.join(second, '_astro/a.1.css'), 'utf8')).toBe(LONG);
  expect(fs.readdirSync(path.join(third, '_astro'))).toEqual([
    'a.2.css',
    'a.2.css.br',
    'a.2.css.gz',
    'a.3.css',
    'a.3.css.br',
    'a.3.css.gz',
    'b.css',
  ]);
});

test('each list of what was published stays to be had under its hash, as many as there is room for', async () => {
  const builds = ['first', 'second', 'third'].map((name) => built({ 'provenance.json': name + LONG }));
  const [first = '', second = '', third = ''] = builds;
  await finishSite(first, []);
  await finishSite(second, [first], first);
  await finishSite(third, [second, first], second);

  const addresses = ['second', 'first'].map((name) => earlierProvenance(sha256(Buffer.from(name + LONG))));
  const files = await readSiteFiles(third);
  expect(Object.keys(files)).toEqual([FILES.provenance, ...addresses]);
  const [newest = ''] = addresses;
  expect(fs.readFileSync(path.join(third, newest), 'utf8')).toBe(`second${LONG}`);
  expect(gunzipSync(fs.readFileSync(path.join(third, `${newest}.gz`))).toString()).toBe(`second${LONG}`);
  const kept = async (bounds: { lists: number; bytes: number }) =>
    (await earlierLists(third, Object.keys(files), bounds)).length;
  expect([await kept({ lists: 2, bytes: 1e6 }), await kept({ lists: 9, bytes: 6_000 })]).toEqual([2, 2]);
});
