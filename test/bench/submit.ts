/**
 * How long a submission takes with 50 people sending at once, beside a bare Hono route that does one INSERT of the same
 * body on the same engine. Measured in two ways, since they answer different questions. Bursts: 50 send together, and the
 * next 50 when all work of the first is done, letters too; that is what those 50 wait for. A sustained load: 50 send again
 * and again, while the letters of those before them are carried out; that is what the whole of it can bear.
 * The two routes alternate, so that whatever else the machine does falls on both.
 */
import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { pino } from 'pino';
import { deliverLetter } from '#api/actions/deliver-letter.ts';
import { createApp } from '#api/app.ts';
import { createAuth } from '#api/auth.ts';
import { type Database, type Db, openDb } from '#api/db/client.ts';
import type { Deps } from '#api/deps.ts';
import { openIntake } from '#api/evidence/intake.ts';
import { fileStore } from '#api/evidence/store.ts';
import { openFirstEditorLink } from '#api/first-editor-link.ts';
import { type Jobs, startJobs } from '#api/jobs.ts';
import { createLimits } from '#api/limits.ts';
import { readSamples } from '#api/programs/demo/samples.ts';
import {
  readCommentedTexts,
  readCompiledCases,
  readKnownSteps,
  readOfferChoices,
} from '#api/publishing/known-content.ts';
import { openSite } from '#api/publishing/site.ts';
import { databaseUrl, onServer } from '#test/support/global-setup.ts';
import { type Loaded, startSender } from './load.ts';
import { median, quantile } from './numbers.ts';

export const AT_ONCE = 50;
export const ROUNDS = 3;
/** Of each route in each round. */
export const BURSTS = 20;
export const SUSTAINED = 1_000;
const WARM_UP = 500;
const SAMPLE = 'canary-caught-print-driver';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const CONTENT = path.join(PROJECT, 'content');
const ORIGIN = 'http://localhost:4321';

/** Milliseconds, and requests a second: the median of the rounds. */
export type Speed = { p50: number; p95: number; perSecond: number };
/** `ratio`: p95 of a submission over p95 of the bare route. */
export type Compared = { bare: Speed; submit: Speed; ratio: number };
export type SubmitSpeed = {
  engine: 'embedded' | 'PostgreSQL';
  bursts: Compared;
  sustained: Compared;
};

/** Measure on the embedded engine in a folder, and on PostgreSQL where `server` names one. */
export async function measureSubmit(server: string | undefined): Promise<SubmitSpeed[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-bench-'));
  try {
    const database = await openDb({ dir: path.join(folder, 'db') });
    const embedded = await measure('embedded', database, folder).finally(() => database.close());
    return server ? [embedded, await onPostgres(server, folder)] : [embedded];
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

async function onPostgres(server: string, folder: string): Promise<SubmitSpeed> {
  const name = `patch_commons_bench_${randomBytes(4).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  try {
    const database = await openDb({ url: databaseUrl(server, name) });
    return await measure('PostgreSQL', database, folder).finally(() => database.close());
  } finally {
    await onServer(server, `drop database ${name} with (force)`);
  }
}

async function measure(
  engine: SubmitSpeed['engine'],
  database: Database,
  folder: string,
): Promise<SubmitSpeed> {
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

/** All of Patch Commons, letters carried out beside it. Attempts are counted as always, each as a stranger's, so that none is refused. */
async function wholeApp({ db, kind }: Database, jobs: Jobs, folder: string) {
  const secret = randomBytes(32).toString('hex');
  const now = () => new Date();
  const log = pino({ level: 'silent' });
  const limits = createLimits({ ...(kind === 'postgres' && { db }), secret, now });
  const deps: Deps = {
    db,
    jobs,
    auth: createAuth({ db, publicUrl: ORIGIN, secret, limits, log }),
    mail: { send: async () => {}, close: () => {} },
    limits: { ...limits, addressOf: () => '', consume: (name) => limits.consume(name, crypto.randomUUID()) },
    site: openSite({ siteDir: folder, recordsDir: folder, projectRoot: PROJECT, publicUrl: ORIGIN }),
    evidence: fileStore(path.join(folder, 'evidence')),
    intake: openIntake(path.join(folder, 'arriving'), { log }),
    steps: readKnownSteps(CONTENT),
    offers: readOfferChoices(CONTENT),
    compiledCases: readCompiledCases(CONTENT),
    texts: readCommentedTexts(CONTENT),
    now,
    newId: () => crypto.randomUUID(),
    random: (below) => randomInt(below),
    publicUrl: ORIGIN,
    escalationAddress: undefined,
    receiptKey: generateKeyPairSync('ed25519').privateKey,
    log,
  };
  await jobs.work('letters', ({ letterId }) => deliverLetter(deps, letterId));
  return createApp(deps, { firstEditor: await openFirstEditorLink(db, ORIGIN) });
}

async function listen(app: { fetch: Hono['fetch'] }) {
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
