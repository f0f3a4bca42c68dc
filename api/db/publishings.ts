/** The log of the publisher's runs, and the lock that lets only one of them work at a time. */
import { and, desc, eq, isNull, ne, or } from 'drizzle-orm';
import pg from 'pg';
import type { Database, Db } from './client.ts';
import { publishings } from './tables.ts';

/** Any number that nothing else in this database locks. */
const PUBLISHING_LOCK = 20_191_020;

/**
 * Does `work` while nobody else does anything here, waiting for its turn. `assertAlone` throws if the lock was lost
 * meanwhile, so call it before what must not be done twice at once.
 */
export type RunAlone = <T>(work: (assertAlone: () => Promise<void>) => Promise<T>) => Promise<T>;

/** On PostgreSQL a lock among all processes that use it. The embedded database has one process, so its runs queue here. */
export const publishingLock = (database: Database): RunAlone =>
  database.kind === 'postgres' ? (work) => aloneOnServer(database.url, work) : queueHere();

async function aloneOnServer<T>(
  url: string,
  work: (assertAlone: () => Promise<void>) => Promise<T>,
): Promise<T> {
  // A connection of its own: the lock ends with it, however this process ends.
  const connection = new pg.Client({ connectionString: url, keepAlive: true });
  // A lost connection is reported by the next query on it; unheard, the event would end the process.
  connection.on('error', () => {});
  await connection.connect();
  try {
    await connection.query('select pg_advisory_lock($1)', [PUBLISHING_LOCK]);
    return await work(async () => {
      await connection.query('select 1');
    });
  } finally {
    await connection.end();
  }
}

function queueHere(): RunAlone {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(() => work(async () => {}));
    last = turn.catch(() => {});
    return turn;
  };
}

const KILLED = 'The process ended before the run did.';

/** Note that a run begins. Runs that are still open were ended with their process. The caller holds the lock. */
export async function openRun(db: Db, id: string, at: Date): Promise<void> {
  await db.update(publishings).set({ finishedAt: at, problem: KILLED }).where(isNull(publishings.finishedAt));
  await db.insert(publishings).values({ id, startedAt: at });
}

/** Note how a run ended: with the build that is served now, with a problem, or with both. */
export async function closeRun(
  db: Db,
  id: string,
  end: { at: Date; build: string | undefined; problem: string | undefined },
): Promise<void> {
  await db
    .update(publishings)
    .set({ finishedAt: end.at, build: end.build ?? null, problem: end.problem ?? null })
    .where(eq(publishings.id, id));
}

/** Whether the last run before this one that came to an end of its own could build the site. */
export async function couldBuildBefore(db: Db, id: string): Promise<boolean> {
  const [before] = await db
    .select({ problem: publishings.problem })
    .from(publishings)
    .where(and(ne(publishings.id, id), or(isNull(publishings.problem), ne(publishings.problem, KILLED))))
    .orderBy(desc(publishings.startedAt))
    .limit(1);
  return (before?.problem ?? null) === null;
}

/** The newest runs first. */
export const listRuns = (db: Db, limit: number) =>
  db.select().from(publishings).orderBy(desc(publishings.startedAt)).limit(limit);
