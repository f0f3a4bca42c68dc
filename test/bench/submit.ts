/**
 * How long a submission takes with 50 people sending at once, beside a bare Hono route that does one INSERT of the same
 * body on the same engine. Measured in two ways, since they answer different questions. Bursts: 50 send together, and the
 * next 50 when all work of the first is done, letters too; that is what those 50 wait for. A sustained load: 50 send again
 * and again, while the letters of those before them are carried out; that is what the whole of it can bear.
 * The two routes alternate, so that whatever else the machine does falls on both.
 */
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import type { Database, Db } from '#api/db/client.ts';
import { startJobs } from '#api/jobs.ts';
import { readSamples } from '#api/programs/demo/samples.ts';
import { type Engine, onEachEngine } from './engines.ts';
import { type Loaded, startSender } from './load.ts';
import { median, quantile } from './numbers.ts';
import { listen, wholeApp } from './whole-app.ts';

export const AT_ONCE = 50;
export const ROUNDS = 3;
/** Of each route in each round. */
export const BURSTS = 20;
export const SUSTAINED = 1_000;
const WARM_UP = 500;
const SAMPLE = 'canary-caught-print-driver';

/** Milliseconds, and requests a second: the median of the rounds. */
export type Speed = { p50: number; p95: number; perSecond: number };
/** `ratio`: p95 of a submission over p95 of the bare route. */
export type Compared = { bare: Speed; submit: Speed; ratio: number };
export type SubmitSpeed = {
  engine: Engine;
  bursts: Compared;
  sustained: Compared;
};

/** Measure on the embedded engine in a folder, and on PostgreSQL where `server` names one. */
export const measureSubmit = (server: string | undefined): Promise<SubmitSpeed[]> =>
  onEachEngine(server, async (engine, open, folder) => {
    const database = await open();
    return measure(engine, database, folder).finally(() => database.close());
  });

async function measure(engine: Engine, database: Database, folder: string): Promise<SubmitSpeed> {
  const jobs = await startJobs(database, console.error);
  const sender = startSender();
  const bare = await listen(await bareApp(database.db));
  const whole = await listen(await wholeApp(database, jobs, folder));
  const body = JSON.stringify(readSamples().get(SAMPLE)?.sent);
  const urls = { bare: bare.origin, submit: `${whole.origin}/api/submissions` };
  const load = (route: Route, requests: number) =>
    sender.apply({ url: urls[route], body, requests, atOnce: AT_ONCE });
  const quiet = () => lettersDone(database.db);
  try {
    return { engine, ...(await compare(load, quiet)) };
  } finally {
    bare.close();
    whole.close();
    await sender.stop();
    await jobs.stop();
  }
}

type Route = 'bare' | 'submit';
type Apply = (route: Route, requests: number) => Promise<Loaded>;
type Round = Record<Route, Loaded>;

async function compare(load: Apply, quiet: () => Promise<void>) {
  await load('bare', WARM_UP);
  await load('submit', WARM_UP);
  const bursts: Round[] = [];
  const sustained: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await quiet();
    bursts.push(await inBursts(load, quiet));
    sustained.push({ bare: await load('bare', SUSTAINED), submit: await load('submit', SUSTAINED) });
  }
  return { bursts: compared(bursts), sustained: compared(sustained) };
}

/** One burst of either route in turn, each into silence. */
async function inBursts(load: Apply, quiet: () => Promise<void>): Promise<Round> {
  const all: Round = { bare: { milliseconds: [], seconds: 0 }, submit: { milliseconds: [], seconds: 0 } };
  for (let burst = 0; burst < BURSTS; burst += 1)
    for (const route of ['bare', 'submit'] as const) {
      const { milliseconds, seconds } = await load(route, AT_ONCE);
      all[route].milliseconds.push(...milliseconds);
      all[route].seconds += seconds;
      await quiet();
    }
  return all;
}

/** Wait until no letter is left to be delivered, looking seldom enough not to be a load itself. */
async function lettersDone(db: Db): Promise<void> {
  const left = sql`select 1 from pgboss.job where name = 'letters' and state < 'completed' limit 1`;
  while ((await db.execute(left)).rows.length > 0) await setTimeout(100);
}

function compared(rounds: readonly Round[]): Compared {
  const bare = speedOf(rounds.map((round) => round.bare));
  const submit = speedOf(rounds.map((round) => round.submit));
  return { bare, submit, ratio: submit.p95 / bare.p95 };
}

const speedOf = (rounds: readonly Loaded[]): Speed => ({
  p50: median(rounds.map(({ milliseconds }) => quantile(milliseconds, 0.5))),
  p95: median(rounds.map(({ milliseconds }) => quantile(milliseconds, 0.95))),
  perSecond: median(rounds.map(({ milliseconds, seconds }) => milliseconds.length / seconds)),
});

/** The least that anybody could do: read the body, store it, answer. */
async function bareApp(db: Db) {
  await db.execute(sql`create table bench_bare (id uuid primary key, body jsonb not null)`);
  return new Hono().post('/', async (c) => {
    const id = crypto.randomUUID();
    const body = JSON.stringify(await c.req.json());
    await db.execute(sql`insert into bench_bare (id, body) values (${id}, ${body}::jsonb)`);
    return c.json({ id }, 201);
  });
}
