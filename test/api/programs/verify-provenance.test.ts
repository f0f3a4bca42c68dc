/** `npm run provenance:verify`, run as a program on real files. What it finds in them: `test/api/publishing/verify.test.ts`. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '#api/publishing/verify-record.ts';
import { earlierProvenance } from '#site/paths.ts';
import { EXPORTED, LOG, listOf, writeExport } from '#test/support/export.ts';
import { temporaryFolder } from '#test/support/folder.ts';

const V1 = 'case-studies/two-rings.v1.yaml';

const verify = (...what: string[]) =>
  new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'api/programs/verify-provenance.ts', ...what],
      (error, out, problem) => resolve({ code: error?.code ?? 0, said: `${out}${problem}`.trim() }),
    );
  });

/** A folder with an export in it. */
function exported(...args: [files?: Record<string, string>]): string {
  const folder = temporaryFolder();
  writeExport(folder, ...args);
  return folder;
}

test('an export holds, with the list that came before it; a file alone leaves something open', async () => {
  const folder = exported();
  const before = path.join(folder, 'provenance.json');
  const after = path.join(temporaryFolder(), 'provenance.json');
  fs.writeFileSync(after, JSON.stringify(listOf(EXPORTED, sha256(fs.readFileSync(before)))));

  const [log, other] = ['log.txt', 'other.txt'].map((name) => path.join(temporaryFolder(), name));
  fs.writeFileSync(log ?? '', LOG);
  fs.writeFileSync(other ?? '', 'Something came.');

  const [whole, alone, stray] = await Promise.all([
    verify(folder, after, log ?? ''),
    verify(path.join(folder, V1)),
    verify(folder, other ?? ''),
  ]);

  expect(whole.said.split('\n')).toEqual([
    `${before}: a build of 2026-12-24; 7 files`,
    `${after}: a build of 2026-12-24; 7 files`,
    expect.stringMatching(/predecessor, and nothing that was published went or changed unsaid$/),
    expect.stringMatching(
      /by-editors\.yaml: version 1; .*; compiled; there is no chain; it is the file that/,
    ),
    expect.stringMatching(/taken-back\.retired\.yaml: the notice of a retired record; it is the file that/),
    expect.stringMatching(
      /two-rings\.v1\.yaml: version 1; .* chain of 3 review events holds; it is the file/,
    ),
    expect.stringMatching(
      /two-rings\.v2\.yaml: version 2; .* chain of 5 review events holds; it is the file/,
    ),
    expect.stringMatching(/sample-lathe\.v1\.yaml: version 1; .* chain of 3 review events holds; it is the/),
    expect.stringMatching(/sample-lathe-1-.*\.yaml: a run of the lab: verified; it is the file that/),
    expect.stringMatching(/guide-b\.v0\.9\.c2\.yaml: a comment with its answer; it is the file that/),
    expect.stringMatching(/log\.txt: it is “log\.txt”, a file of the run .*sample-lathe-1-/),
    'All of this holds. Files checked: 7.',
  ]);
  expect(alone.said).toMatch(/All of this holds\. Files checked: 1\.\nNo provenance\.json was given/);
  expect(stray.said).toMatch(/\nBroken\. .*other\.txt: no run of the lab that was given lists it/);
  expect([whole.code, alone.code, stray.code]).toEqual([0, 0, 1]);
});

test('the lists that a site keeps are followed back to the first, and one that was changed is named', async () => {
  const site = temporaryFolder();
  const kept: string[] = [];
  fs.mkdirSync(path.join(site, 'provenance'));
  for (const builtOn of ['2026-12-01', '2026-12-02']) {
    const list = JSON.stringify({ ...listOf(EXPORTED, kept.at(-1)), builtOn });
    kept.push(sha256(Buffer.from(list)));
    fs.writeFileSync(path.join(site, earlierProvenance(kept.at(-1) ?? '')), list);
  }
  writeExport(site, EXPORTED, listOf(EXPORTED, kept.at(-1)));

  const whole = await verify(site);
  const [first = ''] = kept;
  const oldest = path.join(site, earlierProvenance(first));
  fs.writeFileSync(oldest, fs.readFileSync(oldest, 'utf8').replace('2026-12-01', '2026-11-01'));
  const changed = await verify(site);

  expect(whole.said).toContain(
    '3 lists follow one another, back to a build of 2026-12-01, the first: nothing',
  );
  expect(changed.said).toMatch(
    new RegExp(`^Broken\\. ${earlierProvenance(first)} is not the list that the one after it names`),
  );
  expect([whole.code, changed.code]).toEqual([0, 1]);
});

test('the first break is named, with what was expected and what was found', async () => {
  const text = EXPORTED[V1] ?? '';
  const changed = exported({ ...EXPORTED, [V1]: text.replace('rounds: 2', 'rounds: 1') });
  const { [V1]: _, ...others } = EXPORTED;
  const fewer = exported(others);
  const more = exported({
    ...EXPORTED,
    'case-studies/two-rings.v3.yaml': text.replace('version: 1', 'version: 3'),
  });

  const [one, two, three, none] = await Promise.all([
    verify(changed),
    verify(fewer),
    verify(more),
    verify('nowhere'),
  ]);

  expect(one.said).toMatch(
    /\nBroken\. .*two-rings\.v1\.yaml: its SHA-256 is another than in provenance\.json of 2026-12-24\.\n {2}expected: [0-9a-f]{64}\n {2}found: {4}[0-9a-f]{64}$/,
  );
  expect(two.said).toMatch(
    /^Broken\. .*provenance\.json lists a file that is not there\.\n.*two-rings\.v1\.yaml/,
  );
  expect(three.said).toMatch(
    /\nBroken\. .*two-rings\.v3\.yaml: provenance\.json of 2026-12-24 does not list it/,
  );
  expect(none.said).toMatch(/^Not checked\. There is no nowhere\. Name a file, a folder, or an address/);
  expect([one.code, two.code, three.code, none.code]).toEqual([1, 1, 1, 1]);
});
