import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test as plain } from 'vitest';
import {
  openRecordsFolder,
  RecordDiffers,
  type RecordPath,
  recordPath,
  tombstonePath,
} from '#api/publishing/records-folder.ts';

const NOON = new Date('2026-11-22T12:34:56Z');
const one = recordPath('lesson', 'two-rings', 1);
const other = recordPath('lesson', 'late-canary', 2);

const test = plain
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads here which fixtures this one needs
  .extend('dir', async ({}, { onCleanup }) => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-records-'));
    onCleanup(() => fs.rmSync(dir, { recursive: true }));
    return dir;
  })
  .extend('folder', ({ dir }) => openRecordsFolder(dir, { git: false }))
  .extend('work', ({ dir }) => openRecordsFolder(dir, { git: true }));

const read = (dir: string, file: RecordPath) => fs.readFileSync(path.join(dir, file), 'utf8');
const namesIn = (dir: string) => fs.readdirSync(path.join(dir, 'case-studies')).sort();
const git = (dir: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: dir, encoding: 'utf8' }).trim();

describe('the folder', () => {
  test('is brought to what is desired, and the rest of it stays as it is', async ({ dir, folder }) => {
    fs.writeFileSync(path.join(dir, 'case-studies', 'notes.yaml'), 'an editor’s own');
    await folder.reconcile(
      new Map([
        [one, 'one'],
        [other, 'other'],
      ]),
    );

    const changes = await folder.reconcile(
      new Map([
        [one, null],
        [tombstonePath('lesson', 'two-rings'), 'gone'],
      ]),
    );

    expect(changes).toEqual({ written: [tombstonePath('lesson', 'two-rings')], removed: [one] });
    expect(namesIn(dir)).toEqual(['late-canary.v2.yaml', 'notes.yaml', 'two-rings.retired.yaml']);
    expect(await folder.list()).toEqual([other, tombstonePath('lesson', 'two-rings')]);
    expect(read(dir, other)).toBe('other');
  });

  test('changes nothing when it is as desired already', async ({ folder }) => {
    await folder.reconcile(new Map([[one, 'one']]));

    expect(
      await folder.reconcile(
        new Map([
          [one, 'one'],
          [other, null],
        ]),
      ),
    ).toEqual({ written: [], removed: [] });
  });

  test('never gives a file other content, because what was published stays what it was', async ({
    dir,
    folder,
  }) => {
    await folder.reconcile(new Map([[one, 'one']]));

    const change = folder.reconcile(
      new Map([
        [other, 'other'],
        [one, 'changed'],
      ]),
    );

    await expect(change).rejects.toThrow(RecordDiffers);
    await expect(change).rejects.toMatchObject({ path: one, message: expect.stringContaining(one) });
    expect(read(dir, one)).toBe('one');
    expect(await folder.list()).toEqual([one]);
  });

  test('refuses a path that is not a record’s', async ({ folder }) => {
    const outside = 'case-studies/../../secret.yaml' as const;

    await expect(folder.reconcile(new Map([[outside, 'x']]))).rejects.toThrow(outside);
  });

  test('clears what a killed process had begun to write', async ({ dir, folder }) => {
    fs.writeFileSync(path.join(dir, 'case-studies', '.two-rings.v1.yaml.unfinished'), 'on');

    await folder.reconcile(new Map([[one, 'one']]));

    expect(namesIn(dir)).toEqual(['two-rings.v1.yaml']);
  });
});

describe('its history', () => {
  const log = (dir: string) => git(dir, 'log', '--reverse', '--format=%s|%an <%ae>|%cn <%ce>|%aI|%cI');

  test('names one path a commit, nobody, and no time of day', async ({ dir, work }) => {
    await work.reconcile(
      new Map([
        [one, 'one'],
        [other, 'other'],
      ]),
    );
    await work.commit([one, other], NOON);
    await work.reconcile(
      new Map([
        [one, null],
        [tombstonePath('lesson', 'two-rings'), 'gone'],
      ]),
    );
    await work.commit([one, tombstonePath('lesson', 'two-rings')], NOON);

    const nobody = 'Patch Commons <records@patch-commons.invalid>';
    const rest = `|${nobody}|${nobody}|2026-11-22T00:00:00+00:00|2026-11-22T00:00:00+00:00`;
    expect(log(dir).split('\n')).toEqual([
      `Publish two-rings version 1${rest}`,
      `Publish late-canary version 2${rest}`,
      `Remove two-rings version 1${rest}`,
      `Retire two-rings${rest}`,
    ]);
    expect(git(dir, 'show', '--format=', '--name-status', 'HEAD~2')).toBe(`A\t${other}`);
    expect(git(dir, 'status', '--porcelain')).toBe('');
  });

  test('has one commit however often it is asked for', async ({ dir, work }) => {
    await work.reconcile(new Map([[one, 'one']]));

    for (let times = 0; times < 3; times++) await work.commit([one, other], NOON);

    expect(git(dir, 'rev-list', '--count', 'HEAD')).toBe('1');
  });

  test('leaves the work of others alone', async ({ dir, work }) => {
    await work.reconcile(new Map([[one, 'one']]));
    await work.commit([one], NOON);
    fs.writeFileSync(path.join(dir, 'README'), 'an editor’s own');
    git(dir, 'add', 'README');
    await work.reconcile(new Map([[other, 'other']]));

    await work.commit([other], NOON);

    expect(git(dir, 'show', '--format=', '--name-only', 'HEAD')).toBe(other);
    expect(git(dir, 'status', '--porcelain')).toBe('A  README');
  });

  test('goes on after a git that was killed, and completes a repository that was half made', async ({
    dir,
    work,
  }) => {
    await work.reconcile(new Map([[one, 'one']]));
    fs.mkdirSync(path.join(dir, '.git'));
    const lock = path.join(dir, '.git', 'index.lock');
    fs.writeFileSync(lock, '');
    fs.utimesSync(lock, new Date(0), new Date(0));

    await work.commit([one], NOON);

    expect(git(dir, 'log', '--format=%s')).toBe('Publish two-rings version 1');
    expect(fs.existsSync(lock)).toBe(false);
  });

  test('heeds no setting of this machine: no hook, no signature, no repository around it', async ({
    dir,
  }) => {
    git(dir, 'init', '--quiet');
    const inner = path.join(dir, 'inner');
    const work = await openRecordsFolder(inner, { git: true });
    await work.reconcile(new Map([[one, 'one']]));
    git(inner, 'init', '--quiet');
    git(inner, 'config', 'commit.gpgSign', 'true');
    fs.mkdirSync(path.join(inner, '.git', 'hooks'), { recursive: true });
    fs.writeFileSync(path.join(inner, '.git', 'hooks', 'pre-commit'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });

    await work.commit([one], NOON);

    expect(git(inner, 'log', '--format=%s')).toBe('Publish two-rings version 1');
    expect(git(dir, 'rev-list', '--all', '--count')).toBe('0');
  });
});

test('offerings stand in a folder of their own, and lessons of the same address are not touched', async ({
  work: folder,
}) => {
  const offering = recordPath('offering', 'two-rings', 1);
  await folder.reconcile(
    new Map([
      [one, 'a lesson'],
      [offering, 'an offering'],
    ]),
  );
  await folder.commit([one, offering], NOON);

  const changes = await folder.reconcile(
    new Map([
      [offering, null],
      [tombstonePath('offering', 'two-rings'), 'gone'],
    ]),
  );

  expect(offering).toBe('offerings/two-rings.v1.yaml');
  expect(changes).toEqual({ written: ['offerings/two-rings.retired.yaml'], removed: [offering] });
  expect(await folder.list()).toEqual([one, 'offerings/two-rings.retired.yaml']);
});
