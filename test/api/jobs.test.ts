import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, vi } from 'vitest';
import type { Database, Db } from '#api/db/client.ts';
import { limits } from '#api/db/tables.ts';
import { type Jobs, QUEUES, startJobs } from '#api/jobs.ts';
import { test } from '#test/support/database.ts';

/** Queues of this test alone. What handlers throw is kept, to be looked at. */
async function start(database: Database): Promise<{ jobs: Jobs; problems: unknown[] }> {
  const problems: unknown[] = [];
  const jobs = await startJobs(database, (problem) => problems.push(problem));
  onTestFinished(() => jobs.stop());
  return { jobs, problems };
}

const eventually = (claim: () => void | Promise<void>) =>
  vi.waitFor(claim, { timeout: 15_000, interval: 20 });

const stored = async (db: Db) =>
  (await db.execute(sql`select name, state, data from pgboss.job where left(name, 2) <> '__'`)).rows;

/** Let the time pass that a retry waits for. */
const wait = (db: Db) => db.execute(sql`update pgboss.job set start_after = now() where state = 'retry'`);

test('a job of a transaction that commits is done, one of a transaction that rolls back is not', async ({
  database,
  db,
}) => {
  const { jobs } = await start(database);
  const done: string[] = [];
  await jobs.work('letters', async ({ letterId }) => void done.push(letterId));

  const broken = db.transaction(async (tx) => {
    await jobs.send(tx, 'letters', { letterId: 'rolled back' });
    throw new Error('changed my mind');
  });
  await expect(broken).rejects.toThrow('changed my mind');
  await db.transaction((tx) => jobs.send(tx, 'letters', { letterId: 'committed' }));

  await eventually(() => expect(done).toEqual(['committed']));
  await eventually(async () =>
    expect(await stored(db)).toEqual([
      { name: 'letters', state: 'completed', data: { letterId: 'committed' } },
    ]),
  );
});

test('jobs sent together are done each once, or none of them where their transaction rolls back', async ({
  database,
  db,
}) => {
  const { jobs } = await start(database);
  const done: string[] = [];
  await jobs.work('letters', async ({ letterId }) => void done.push(letterId));
  const each = (...ids: string[]) => ids.map((letterId) => ({ letterId }));

  const broken = db.transaction(async (tx) => {
    await jobs.sendAll(tx, 'letters', each('rolled', 'back'));
    throw new Error('changed my mind');
  });
  await expect(broken).rejects.toThrow('changed my mind');
  await db.transaction((tx) => jobs.sendAll(tx, 'letters', each('a', 'b', 'c')));

  await eventually(() => expect(done.sort()).toEqual(['a', 'b', 'c']));
});

test('every queue can be sent to in the first transaction after a start, because one that is not known yet would hang', async ({
  database,
  db,
}) => {
  const { jobs } = await start(database);

  await db.transaction(async (tx) => {
    await jobs.send(tx, 'letters', { letterId: '1' });
    await jobs.send(tx, 'publish', {});
    await jobs.send(tx, 'publish_again', {});
    await jobs.send(tx, 'lapse', {});
    await jobs.send(tx, 'retain', {});
    await jobs.send(tx, 'nightly', {});
  });

  const names = (await stored(db)).map(({ name }) => name);
  expect(names.sort()).toEqual(Object.keys(QUEUES).sort());
});

test('a job sees what its transaction wrote', async ({ database, db }) => {
  const { jobs } = await start(database);
  const seen: number[] = [];
  await jobs.work('letters', async () => void seen.push(await db.$count(limits)));

  await db.transaction(async (tx) => {
    await jobs.send(tx, 'letters', { letterId: '1' });
    await setTimeout(300);
    await tx.insert(limits).values({ key: 'written after the job', points: 1 });
  });

  await eventually(() => expect(seen).toEqual([1]));
});

test('a job that failed is tried again, and what went wrong is reported but not stored', async ({
  database,
  db,
}) => {
  const { jobs, problems } = await start(database);
  let attempts = 0;
  await jobs.work('letters', async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('550 no such address: someone@example.org');
  });

  await db.transaction((tx) => jobs.send(tx, 'letters', { letterId: '1' }));
  await eventually(async () => expect(await stored(db)).toMatchObject([{ state: 'retry' }]));
  expect(problems).toEqual([new Error('550 no such address: someone@example.org')]);
  expect((await db.execute(sql`select output from pgboss.job where state = 'retry'`)).rows).toEqual([
    { output: { error: 'Error' } },
  ]);
  await wait(db);

  await eventually(async () => expect(await stored(db)).toMatchObject([{ state: 'completed' }]));
  expect(attempts).toBe(2);
});

test('a handler is told when it fails for the last time, so that it can say so', async ({ database, db }) => {
  const { jobs } = await start(database);
  const lasts: boolean[] = [];
  await jobs.work('letters', async (_, { last }) => {
    lasts.push(last);
    throw new Error('refused');
  });

  await db.transaction((tx) => jobs.send(tx, 'letters', { letterId: '1' }));
  await eventually(async () => expect(await stored(db)).toMatchObject([{ state: 'retry' }]));
  await db.execute(sql`update pgboss.job set retry_count = ${QUEUES.letters.retryLimit - 1}`);
  await wait(db);

  await eventually(async () => expect(await stored(db)).toMatchObject([{ state: 'failed' }]));
  expect(lasts).toEqual([false, true]);
});

test('a hundred letters sent at once are all delivered within seconds', async ({ database, db }) => {
  const { jobs } = await start(database);
  const done = new Set<string>();
  await jobs.work('letters', async ({ letterId }) => void done.add(letterId));

  await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      db.transaction((tx) => jobs.send(tx, 'letters', { letterId: String(i) })),
    ),
  );

  await eventually(() => expect(done.size).toBe(100));
});

test('a letter can wait for its hour', async ({ database, db }) => {
  const { jobs } = await start(database);
  const done: string[] = [];
  await jobs.work('letters', async ({ letterId }) => void done.push(letterId));

  const startAfter = new Date(Date.now() + 3_600_000);
  await db.transaction((tx) => jobs.send(tx, 'letters', { letterId: 'later' }, { startAfter }));
  await db.transaction((tx) => jobs.send(tx, 'letters', { letterId: 'now' }));

  await eventually(() => expect(done).toEqual(['now']));
});

test('one publisher runs at a time, and what is accepted meanwhile is published after it', async ({
  database,
  db,
}) => {
  const [one, two] = [await start(database), await start(database)];
  let running = 0;
  const seen: number[] = [];
  const publish = async () => {
    running += 1;
    seen.push(running);
    await setTimeout(500);
    running -= 1;
  };
  await one.jobs.work('publish', publish);
  await two.jobs.work('publish', publish);

  await db.transaction((tx) => one.jobs.send(tx, 'publish', {}));
  await eventually(() => expect(running).toBe(1));
  await db.transaction((tx) => one.jobs.send(tx, 'publish', {}));

  await eventually(() => expect(seen).toEqual([1, 1]));
});

test('a nightly run that is still waiting is not queued twice', async ({ database, db }) => {
  const { jobs } = await start(database);

  await db.transaction((tx) => jobs.send(tx, 'nightly', {}));
  await db.transaction((tx) => jobs.send(tx, 'nightly', {}));

  expect(await stored(db)).toMatchObject([{ name: 'nightly' }]);
});

test('stopping waits for the job that runs', async ({ database, db }) => {
  const { jobs } = await start(database);
  const steps: string[] = [];
  await jobs.work('letters', async () => {
    steps.push('begun');
    await setTimeout(700);
    steps.push('done');
  });
  await db.transaction((tx) => jobs.send(tx, 'letters', { letterId: '1' }));
  await eventually(() => expect(steps).toEqual(['begun']));

  await jobs.stop();

  expect(steps).toEqual(['begun', 'done']);
  expect(await stored(db)).toMatchObject([{ state: 'completed' }]);
});

test('a schedule is kept in UTC and replaced, not doubled, by the next start', async ({ database, db }) => {
  const { jobs } = await start(database);

  await jobs.schedule('nightly', '17 3 * * *', {});
  await jobs.schedule('nightly', '30 2 * * *', {});

  const { rows } = await db.execute(sql`select name, cron, timezone from pgboss.schedule`);
  expect(rows).toEqual([{ name: 'nightly', cron: '30 2 * * *', timezone: 'UTC' }]);
});
