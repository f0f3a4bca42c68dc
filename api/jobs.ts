/**
 * Work that is done later, at least once: queued in the caller's transaction, retried, taken over when a process dies.
 * A handler may run twice, so it must be safe to repeat.
 */
import type { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import {
  type ConstructorOptions,
  type Db as Executor,
  fromDrizzle,
  fromPglite,
  type Job,
  PgBoss,
} from 'pg-boss';
import type { Database, Db } from './db/client.ts';

type Settings = {
  /** `singleton`: one at a time, any number waiting. `exclusive`: one, waiting or running; another is dropped. */
  policy: 'standard' | 'singleton' | 'exclusive';
  retryLimit: number;
  /** Seconds before the first retry; doubled by each further one, up to `retryDelayMax`. */
  retryDelay: number;
  retryDelayMax: number;
  /** A job whose process is not heard of for so long is given to another. At least 10. */
  heartbeatSeconds: number;
  /** The longest that a job may take. */
  expireInSeconds: number;
};

/** `Data` is what its jobs carry; it exists for the compiler alone. */
type Queue<Data extends object> = Settings & { carries?: Data };

const queue = <Data extends object = Record<never, never>>(settings: Settings): Queue<Data> => settings;

const HOUR = 3600;

/** What is done by the clock: one run at a time is enough, and what it could not do the next does. */
const byTheClock = queue({
  policy: 'exclusive',
  retryLimit: 3,
  retryDelay: 60,
  retryDelayMax: 600,
  heartbeatSeconds: 30,
  expireInSeconds: HOUR,
});

/** Every queue there is. `letters` gives up after about two days of a mail server that refuses. */
export const QUEUES = {
  letters: queue<{ letterId: string }>({
    policy: 'standard',
    retryLimit: 16,
    retryDelay: 10,
    retryDelayMax: 6 * HOUR,
    heartbeatSeconds: 15,
    expireInSeconds: 300,
  }),
  // Not exclusive: a record that was accepted while the publisher runs would be dropped and wait for the night.
  publish: queue({
    policy: 'singleton',
    retryLimit: 5,
    retryDelay: 5,
    retryDelayMax: 300,
    heartbeatSeconds: 30,
    expireInSeconds: HOUR,
  }),
  // What an editor asks for: pressed twice, it is done once.
  publish_again: byTheClock,
  lapse: byTheClock,
  retain: byTheClock,
  nightly: byTheClock,
};

export type QueueName = keyof typeof QUEUES;
export type JobData<Name extends QueueName> = (typeof QUEUES)[Name] extends Queue<infer Data> ? Data : never;

/** One attempt at a job. `last`: no other follows if it fails. `signal`: aborted when the time is up. */
export type Attempt = { jobId: string; last: boolean; signal: AbortSignal };
export type Handler<Name extends QueueName> = (data: JobData<Name>, attempt: Attempt) => Promise<void>;

export type Jobs = {
  /** Queue a job in the caller's transaction: it runs once that has committed, and never if it rolls back. */
  send: <Name extends QueueName>(
    tx: Db,
    name: Name,
    data: JobData<Name>,
    options?: { startAfter?: Date },
  ) => Promise<void>;
  /** The same for several, in one statement. */
  sendAll: <Name extends QueueName>(tx: Db, name: Name, each: readonly JobData<Name>[]) => Promise<void>;
  /** Do the jobs of a queue in this process. What the handler throws is reported, and the job tried again. */
  work: <Name extends QueueName>(name: Name, handler: Handler<Name>) => Promise<void>;
  /** Queue a job by the clock (five fields, UTC). A time missed while nothing ran is made up for once. */
  schedule: <Name extends QueueName>(name: Name, cron: string, data: JobData<Name>) => Promise<void>;
  /** Take no more jobs and wait up to 20 seconds for those that run; they are done again after the next start. */
  stop: () => Promise<void>;
};

type Report = (problem: unknown, queue?: QueueName) => void;

/** Start the queues. `report` hears of failed attempts and of trouble with the database; it must not throw. */
export async function startJobs(database: Database, report: Report): Promise<Jobs> {
  const boss = new PgBoss({ ...engine(database), ...pace });
  boss.on('error', (error) => report(error));
  await boss.start();
  for (const [name, settings] of Object.entries(QUEUES)) await prepare(boss, name, settings);

  return {
    async send(tx, name, data, options = {}) {
      await boss.send(name, data, { ...options, db: fromDrizzle(tx, sql) });
    },
    async sendAll(tx, name, each) {
      await boss.insert(
        name,
        each.map((data) => ({ data })),
        { db: fromDrizzle(tx, sql) },
      );
    },
    async work(name, handler) {
      await boss.work<JobData<typeof name>>(name, workers, (batch) =>
        Promise.all(batch.map((job) => attempt(name, handler, job, report))),
      );
    },
    async schedule(name, cron, data) {
      await boss.schedule(name, cron, data, { tz: 'UTC', missed: 'once' });
    },
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
  };
}

/** The embedded engine is shared, PostgreSQL gets a few connections of the queues' own. */
const engine = (database: Database): ConstructorOptions =>
  database.kind === 'postgres'
    ? { connectionString: database.url, max: 3 }
    : { db: fromEmbedded(database.client), backend: 'pglite' };

/** How soon jobs are noticed, in seconds: at once by notification, by these polls where one was missed. */
const pace = {
  useListenNotify: true,
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
  // A singleton queue that was busy when this was last read is passed over until it is read again.
  queueCacheIntervalSeconds: 5,
} as const satisfies ConstructorOptions;

const workers = {
  // With batches of one, notifications that arrive together wake a worker once, and the rest wait for the next poll.
  batchSize: 10,
  burstWhenBatchFull: true,
  perJobResults: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
} as const;

/** Make a queue, or give an existing one the settings of this version, and let `send` know it. */
async function prepare(boss: PgBoss, name: string, { policy, ...settings }: Settings): Promise<void> {
  const options = { ...settings, retryBackoff: true, notify: true };
  await boss.createQueue(name, { ...options, policy });
  await boss.updateQueue(name, options);
  // Any look-up by id fills the cache of queues. Were it empty, `send` would ask on its own connection: on the embedded
  // engine that is the one which the caller's transaction holds, so it would hang.
  await boss.findJobs(name, { id: '00000000-0000-0000-0000-000000000000' });
}

async function attempt<Name extends QueueName>(
  name: Name,
  handler: Handler<Name>,
  job: Job<JobData<Name>>,
  report: Report,
) {
  try {
    const last = job.retryCount >= QUEUES[name].retryLimit;
    await handler(job.data, { jobId: job.id, last, signal: job.signal });
    return { id: job.id, status: 'completed' as const };
  } catch (problem) {
    report(problem, name);
    // The name alone: a message may hold an address, and what is stored here is kept for days.
    return { id: job.id, status: 'failed' as const, output: { error: nameOf(problem) } };
  }
}

const nameOf = (problem: unknown) => (problem instanceof Error ? problem.name : typeof problem);

/**
 * pg-boss's own adapter sends the ROLLBACK of a failed script as a second call. A transaction of ours that begins in
 * between is aborted by it, so scripts run as one transaction here.
 */
function fromEmbedded(client: PGlite): Executor {
  const plain = fromPglite(client);
  return {
    ...plain,
    async executeSql(text, values) {
      const script = values?.length ? undefined : /^\s*BEGIN;([\s\S]*)COMMIT;?\s*$/.exec(text)?.[1];
      if (script === undefined) return plain.executeSql(text, values);
      const results = await client.transaction((tx) => tx.exec(script));
      return { rows: results.flatMap((result) => result.rows) };
    },
  };
}
