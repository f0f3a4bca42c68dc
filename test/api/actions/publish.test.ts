import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { PUBLISH_STEPS, type PublishStep, publish } from '#api/actions/publish.ts';
import { retire } from '#api/actions/retire.ts';
import { withdraw } from '#api/actions/withdraw.ts';
import { listRuns, openRun } from '#api/db/publishings.ts';
import { letters, submissions } from '#api/db/tables.ts';
import { addVersion } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { BuildFailed } from '#api/publishing/build.ts';
import { test as withDatabase } from '#test/support/database.ts';
import {
  fateOf,
  NOW,
  publicView,
  publishDeps,
  published,
  storeEditor,
  storeSigned,
} from '../publishing/stage.ts';

const test = withDatabase.extend('deps', async ({ database, db, jobs }, { onCleanup }) => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-publish-'));
  onCleanup(() => fs.rmSync(dir, { recursive: true, force: true }));
  await storeEditor(db);
  return publishDeps(database, jobs, dir);
});

const TIMEOUT = 60_000;
const UNTOUCHED = { state: 'accepted', live: 'none', isPublished: false, events: [], letters: [] };
const PUBLISHED = {
  state: 'published',
  live: 'live',
  isPublished: true,
  events: ['start_publishing', 'publish'],
  letters: ['published'],
};
const STOPPED = {
  ...UNTOUCHED,
  events: ['start_publishing', 'stop_publishing'],
  letters: ['publishing_stopped'],
};

describe('a run', { timeout: TIMEOUT }, () => {
  test('makes a signed text public, and says what it does', async ({ db, deps }) => {
    const id = await storeSigned(db, published('two-rings', 'Two rings'));
    expect(await fateOf(db, id)).toEqual(UNTOUCHED);
    const steps: PublishStep[] = [];

    await publish(deps, (step) => void steps.push(step));

    expect(await fateOf(db, id)).toEqual(PUBLISHED);
    expect(publicView(deps)).toEqual({
      files: ['two-rings.v1.yaml'],
      commits: ['Publish two-rings version 1'],
      pages: ['Two rings'],
    });
    expect(steps).toEqual(PUBLISH_STEPS);
    const build = path.basename(deps.site.current() ?? '');
    expect(await listRuns(db, 10)).toMatchObject([{ build, problem: null, finishedAt: deps.now() }]);
  });

  test('makes texts that were accepted together public with one build', async ({ db, deps }) => {
    const ids = [
      await storeSigned(db, published('two-rings', 'Two rings')),
      await storeSigned(db, published('late-canary', 'Late canary')),
    ];
    const steps: PublishStep[] = [];

    await publish(deps, (step) => void steps.push(step));

    for (const id of ids) expect(await fateOf(db, id)).toEqual(PUBLISHED);
    expect(steps).toEqual(PUBLISH_STEPS);
  });

  test('waits for another that is under way, so that nothing is published twice', async ({ db, deps }) => {
    const id = await storeSigned(db, published('two-rings', 'Two rings'));
    const order: PublishStep[] = [];

    await Promise.all([1, 2].map(() => publish(deps, (step) => void order.push(step))));

    expect(order).toEqual([...PUBLISH_STEPS, ...PUBLISH_STEPS]);
    expect(await fateOf(db, id)).toEqual(PUBLISHED);
  });

  test('brings back a file that was lost, since the database knows what is public', async ({ db, deps }) => {
    await storeSigned(db, published('two-rings', 'Two rings'));
    await publish(deps);
    const file = path.join(deps.recordsDir, 'case-studies', 'two-rings.v1.yaml');
    const text = fs.readFileSync(file, 'utf8');
    fs.rmSync(file);

    await publish(deps);

    expect(fs.readFileSync(file, 'utf8')).toBe(text);
  });

  test('keeps files that the database does not know, since a lost database must not take the public record with it', async ({
    deps,
  }) => {
    const file = path.join(deps.recordsDir, 'case-studies', 'from-before.v1.yaml');
    fs.writeFileSync(file, '{"record":{"title":"From before"}}');

    await publish(deps);

    expect(publicView(deps).pages).toEqual(['From before']);
  });
});

describe('a bad record', { timeout: TIMEOUT }, () => {
  test('holds up none of the others: one that cannot be printed, one whose address has a file, one that breaks the build', async ({
    db,
    deps,
  }) => {
    const forged = { ...published('forged', 'Forged'), contentHash: '0'.repeat(64) };
    const taken = path.join(deps.recordsDir, 'case-studies', 'taken.v1.yaml');
    fs.writeFileSync(taken, '{"record":{"title":"Was here first"}}');
    const good = [
      await storeSigned(db, published('two-rings', 'Two rings')),
      await storeSigned(db, published('late-canary', 'Late canary')),
    ];
    const bad = [
      await storeSigned(db, forged),
      await storeSigned(db, published('taken', 'Came second')),
      await storeSigned(db, published('breaking', 'Breaks the build')),
    ];

    await publish(deps);

    for (const id of good) expect(await fateOf(db, id)).toEqual(PUBLISHED);
    for (const id of bad) expect(await fateOf(db, id)).toEqual(STOPPED);
    const { files, pages } = publicView(deps);
    expect(files).toEqual(['late-canary.v1.yaml', 'taken.v1.yaml', 'two-rings.v1.yaml']);
    expect(pages).toEqual(['Late canary', 'Was here first', 'Two rings']);
  });

  test('does not keep the site from being built without it', async ({ db, deps }) => {
    const id = await storeSigned(db, published('breaking', 'Breaks the build'));

    await publish(deps);

    expect(await fateOf(db, id)).toEqual(STOPPED);
    expect(publicView(deps)).toMatchObject({ files: [], pages: [] });

    await publish(deps, () => {}, true);

    const { letters: told, events } = await fateOf(db, id);
    expect([told, events.length]).toEqual([STOPPED.letters, 2 * STOPPED.events.length]);
  });
});

test('a site that cannot be built at all stays as it was, and the run says so', { timeout: TIMEOUT }, async ({
  db,
  deps,
}) => {
  await publish(deps);
  const served = deps.site.current();
  fs.writeFileSync(
    path.join(deps.recordsDir, 'case-studies', 'from-before.v1.yaml'),
    '{"record":{"title":"Breaks the build"}}',
  );
  const id = await storeSigned(db, published('two-rings', 'Two rings'));
  await openRun(db, crypto.randomUUID(), NOW);

  await expect(publish({ ...deps, now: inMinutes(1) })).rejects.toThrow(BuildFailed);

  expect(deps.site.current()).toBe(served);
  expect(await fateOf(db, id)).toEqual(STOPPED);
  expect(publicView(deps).files).toEqual(['from-before.v1.yaml']);
  const problem = expect.stringContaining('the page of from-before cannot be built');
  expect(await listRuns(db, 10)).toContainEqual(expect.objectContaining({ build: null, problem }));
  const told = () => db.select().from(letters).where(eq(letters.kind, 'build_failed'));
  expect(await told()).toMatchObject([{ addressee: 'person', personId: 'editor', submissionId: null }]);

  await expect(publish({ ...deps, now: inMinutes(2) }), 'tried again').rejects.toThrow(BuildFailed);

  expect(await told()).toHaveLength(1);
});

test('of what failed in the words of others, which may name a text, editors read the code alone', async ({
  db,
  deps,
}) => {
  await storeSigned(db, published('two-rings', 'Two rings'));
  const full = Object.assign(new Error("ENOSPC: write '/records/two-rings.v1.yaml'"), { code: 'ENOSPC' });

  const run = publish(deps, () => {
    throw full;
  });

  await expect(run).rejects.toThrow(full);
  const problem = 'It broke off: ENOSPC. The log of the publisher says where.';
  expect(await listRuns(db, 10)).toMatchObject([{ build: null, problem }]);
});

const inMinutes = (minutes: number) => () => new Date(NOW.getTime() + minutes * 60_000);

describe('withdrawing and retiring', { timeout: TIMEOUT }, () => {
  const submitter = (submissionId: string) => ({ kind: 'submitter' as const, submissionId, mailed: true });

  test('a withdrawal is refused while the text is being published, and possible before', async ({
    db,
    deps,
  }) => {
    const id = await storeSigned(db, published('two-rings', 'Two rings'));
    const refused: string[] = [];
    const tryToWithdraw = async (step: PublishStep) => {
      if (step === 'building') return;
      await withdraw(deps as PublisherAsDeps, submitter(id), id).catch(() => refused.push(step));
    };

    await publish(deps, tryToWithdraw);

    expect(refused).toEqual(['file', 'commit', 'build', 'swap', 'state']);
    expect(await fateOf(db, id)).toEqual(PUBLISHED);
  });

  test('of a withdrawal and a run that begin together one wins, and nothing withdrawn is public', async ({
    db,
    deps,
  }) => {
    const ids = await Promise.all(
      [1, 2, 3, 4].map((number) =>
        storeSigned(db, published(`lesson-${'abcd'[number - 1]}`, `Lesson ${number}`)),
      ),
    );

    await Promise.all([
      publish(deps),
      ...ids.map((id) => withdraw(deps as PublisherAsDeps, submitter(id), id).catch(() => undefined)),
    ]);

    const states = await Promise.all(ids.map(async (id) => (await fateOf(db, id)).state));
    const isPublic = states.filter((state) => state === 'published').length;
    expect(states.every((state) => state === 'published' || state === 'withdrawn')).toBe(true);
    const { files, pages } = publicView(deps);
    expect([files.length, pages.length]).toEqual([isPublic, isPublic]);
  });

  test('a page that is retired while its correction is built goes with the next run', async ({
    db,
    deps,
  }) => {
    const id = await storeSigned(db, published('two-rings', 'Two rings'));
    await publish(deps);
    await db.update(submissions).set({ state: 'accepted' }).where(eq(submissions.id, id));
    await addVersion(
      db,
      { submissionId: id, revision: 1 },
      published('two-rings', 'Two rings, corrected', 2),
    );

    await publish(deps, async (step) => {
      if (step === 'build')
        await retire(deps as PublisherAsDeps, submitter(id), id, { reason: 'It named somebody.' });
    });
    expect(await fateOf(db, id)).toMatchObject({ state: 'accepted', live: 'retired' });
    await publish(deps);

    expect(publicView(deps)).toEqual({
      files: ['two-rings.retired.yaml'],
      commits: [
        'Publish two-rings version 1',
        'Publish two-rings version 2',
        'Remove two-rings version 2',
        'Remove two-rings version 1',
        'Retire two-rings',
      ],
      pages: ['Retired'],
    });
  });
});

/** The submitter's actions take all of `Deps`; they use what the publisher has. */
type PublisherAsDeps = Deps & Awaited<ReturnType<typeof publishDeps>>;
