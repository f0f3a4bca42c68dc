import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSheets } from '#site/building/sheets.ts';

/** A folder of sheets that can be written to, and the way to open them. */
function sheetsOf(files: Record<string, string>) {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-sheets-'));
  onTestFinished(() => fs.rmSync(place, { recursive: true }));
  const folder = path.join(place, 'styles');
  const cache = path.join(place, 'cache', 'sheets.json');
  const write = (name: string, text: string) => fs.writeFileSync(path.join(folder, name), text);
  fs.mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { write, cache, open: () => openSheets(folder, cache) };
}

const FILES = {
  '_theme.scss': '$ink: #111;',
  'site.scss': '@use "theme";\nbody { color: theme.$ink; }',
  'long-form.scss': '@use "theme";\nform { color: theme.$ink; }',
};
const terse = (sheets: Record<string, string>) =>
  Object.fromEntries(Object.entries(sheets).map(([name, css]) => [name, css.replace(/\s+/g, '')]));

test('sheets come by their names, each without the others, and parts of sheets not at all', async () => {
  expect(terse(await sheetsOf(FILES).open())).toEqual({
    site: 'body{color:#111;}',
    'long-form': 'form{color:#111;}',
  });
});

test('what was compiled is kept until a file that went into it changes', async () => {
  const { write, cache, open } = sheetsOf(FILES);
  const first = await open();
  const kept = fs.statSync(cache).ino;

  expect(await open()).toEqual(first);
  expect(fs.statSync(cache).ino).toBe(kept);

  write('_theme.scss', '$ink: #222;');
  expect(terse(await open())).toMatchObject({ site: 'body{color:#222;}' });
});

test('a sheet that is added is compiled too, though no file changed', async () => {
  const { write, open } = sheetsOf(FILES);
  await open();
  write('print.scss', 'p { margin: 0; }');

  expect(terse(await open())).toMatchObject({ print: 'p{margin:0;}', site: 'body{color:#111;}' });
});
