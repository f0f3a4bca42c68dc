/**
 * How long a submission takes with 50 people sending at once, beside a bare Hono route that does one INSERT of the same
 * body on the same engine. Rounds alternate, so that whatever else the machine does falls on both.
 */
import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
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
import { openFirstEditorLink } from '#api/first-editor-link.ts';
import { type Jobs, startJobs } from '#api/jobs.ts';
import { createLimits } from '#api/limits.ts';
import { readSamples } from '#api/programs/demo/samples.ts';
import { readCompiledSlugs, readKnownSteps } from '#api/publishing/known-content.ts';
import { openSite } from '#api/publishing/site.ts';
import { databaseUrl, onServer } from '#test/support/global-setup.ts';
import { applyLoad, type Loaded } from './load.ts';
import { median, quantile } from './numbers.ts';

export const AT_ONCE = 50;
const REQUESTS = 1_000;
const ROUNDS = 3;
const WARM_UP = 200;
const SAMPLE = 'canary-caught-print-driver';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const CONTENT = path.join(PROJECT, 'content');
const ORIGIN = 'http://localhost:4321';

/** Milliseconds, and requests a second: the median of the rounds. */
export type Speed = { p50: number; p95: number; perSecond: number };
export type SubmitSpeed = {
  engine: string;
  rounds: number;
  requests: number;
  bare: Speed;
  submit: Speed;
  /** p95 of a submission over p95 of the bare route. */
  ratio: number;
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

async function measure(engine: string, database: Database, folder: string): Promise<SubmitSpeed> {
  const jobs = await startJobs(database, console.error);
  const bare = await listen(await bareApp(database.db));
  const whole = await listen(await wholeApp(database.db, jobs, folder));
  try {
    const urls = { bare: bare.origin, submit: `${whole.origin}/api/submissions` };
    return { engine, rounds: ROUNDS, requests: REQUESTS, ...(await alternate(urls)) };
  } finally {
    bare.close();
    whole.close();
    await jobs.stop();
  }
}

async function alternate(urls: { bare: string; submit: string }) {
  const body = JSON.stringify(readSamples().get(SAMPLE)?.sent);
  const load = (url: string, requests = REQUESTS) => applyLoad({ url, body, requests, atOnce: AT_ONCE });
  await load(urls.bare, WARM_UP);
  await load(urls.submit, WARM_UP);
  const rounds: { bare: Loaded; submit: Loaded }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ bare: await load(urls.bare), submit: await load(urls.submit) });

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
async function wholeApp(db: Db, jobs: Jobs, folder: string) {
  const secret = randomBytes(32).toString('hex');
  const now = () => new Date();
  const log = pino({ level: 'silent' });
  const limits = createLimits({ db, secret, now });
  const deps: Deps = {
    db,
    jobs,
    auth: createAuth({ db, publicUrl: ORIGIN, secret, limits, log }),
    mail: { send: async () => {}, close: () => {} },
    limits: { ...limits, addressOf: () => '', consume: (name) => limits.consume(name, crypto.randomUUID()) },
    site: openSite({ siteDir: folder, recordsDir: folder, projectRoot: PROJECT, publicUrl: ORIGIN }),
    steps: readKnownSteps(CONTENT),
    compiledSlugs: readCompiledSlugs(CONTENT),
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
