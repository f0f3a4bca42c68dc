/**
 * The queue of one person, in pages and in numbers. Nothing here costs more the more submissions there are: pages begin
 * where the last one ended, counting stops early, and all of it goes by index (`npm run bench -- queue`).
 */
import { and, asc, count, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { overdueSince, WAITING_STATES } from '#api/review/service-levels.ts';
import { COUNTED_TO, type QueueFilter } from '#schemas/queue.ts';
import { STATES, type State } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import { assignments, revisions, submissions } from './tables.ts';
import { isAssignedTo, type Viewer, visibleTo } from './visibility.ts';

const NEWEST = and(eq(revisions.submissionId, submissions.id), eq(revisions.number, submissions.revision));

/** One page, longest waiting first, without contacts. */
export async function listQueue(db: Db, viewer: Viewer, filter: QueueFilter, now: Date, limit: number) {
  const told = filter.search ? await telling(db, filter.search) : undefined;
  return db
    .select({
      id: submissions.id,
      reference: submissions.reference,
      kind: submissions.kind,
      state: submissions.state,
      stateSince: submissions.stateSince,
      revision: submissions.revision,
      live: submissions.live,
      content: revisions.content,
      assigned: db.$count(assignments, eq(assignments.submissionId, submissions.id)),
    })
    .from(submissions)
    .innerJoin(revisions, NEWEST)
    .where(and(visibleTo(db, viewer), told, ...conditionsOf(db, viewer, filter, now)))
    .orderBy(asc(submissions.stateSince), asc(submissions.id))
    .limit(limit);
}

function conditionsOf(db: Db, viewer: Viewer, filter: QueueFilter, now: Date): (SQL | undefined)[] {
  const { state, kind, assigned, overdue, after } = filter;
  return [
    state && (state === 'waiting' ? isWaiting : eq(submissions.state, state)),
    kind && eq(submissions.kind, kind),
    assigned && (assigned === 'me' ? isAssignedTo(db, viewer.id) : waitsUnassigned(db)),
    overdue && isOverdue(now),
    after &&
      sql`(${submissions.stateSince}, ${submissions.id}) > (${after.since.toISOString()}::timestamptz, ${after.id}::uuid)`,
  ];
}

// Counted row by row, the longest waiting first, until the page is full: a join would look at all of them before.
const waitsUnassigned = (db: Db) =>
  and(isWaiting, sql`${db.$count(assignments, eq(assignments.submissionId, submissions.id))} = 0`);
const isWaiting = inArray(submissions.state, [...WAITING_STATES]);

const isOverdue = (now: Date) =>
  or(
    ...WAITING_STATES.map((state) => {
      const since = overdueSince(state, now);
      return and(eq(submissions.state, state), since && lt(submissions.stateSince, since));
    }),
  );

/** So many submissions are looked up one by one; where more have the words, looking through the queue soon fills a page. */
const FEW = 500;

/**
 * That a submission has this reference, or in its newest revision each of these words, the last as it begins. Words that few
 * have are looked up first: the database cannot know how far it would have to look through the queue for them.
 */
async function telling(db: Db, search: string): Promise<SQL> {
  if (/^pc-/i.test(search)) return eq(submissions.reference, search.toUpperCase());
  const words = search
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);
  const tells = sql`${revisions.words} @@ to_tsquery('simple', ${words.join(' & ') + (words.length > 0 ? ':*' : '')})`;
  const found = await db
    .select({ id: revisions.submissionId })
    .from(revisions)
    .where(tells)
    .limit(FEW + 1);
  if (found.length > FEW) return tells;
  return sql`(${inArray(
    submissions.id,
    found.map(({ id }) => id),
  )} and ${tells})`;
}

/** How many submissions of each state one person can see; from `COUNTED_TO` on they are not counted. */
export async function countByState(db: Db, viewer: Viewer): Promise<Partial<Record<State, number>>> {
  const counted = viewer.roles.includes('editor') ? await countEach(db, viewer) : await countAll(db, viewer);
  return Object.fromEntries(
    counted
      .map(({ state, number }) => [state, Math.min(Number(number), COUNTED_TO)] as const)
      .filter(([, number]) => number > 0),
  );
}

/** For those who see most: each state by its index, no further than is told. */
async function countEach(db: Db, viewer: Viewer) {
  const few = sql`select 1 from ${submissions} where ${submissions.state} = asked.state and ${visibleTo(db, viewer)} limit ${COUNTED_TO}`;
  const { rows } = await db.execute<{ state: State; number: number }>(
    sql`select state, (select count(*) from (${few}) as few)::int as number from unnest(${sql.raw(STATE_ARRAY)}) as asked(state)`,
  );
  return rows;
}
const STATE_ARRAY = `array[${STATES.map((state) => `'${state}'`).join(', ')}]`;

/** For those who see little: what they see, once. */
const countAll = (db: Db, viewer: Viewer) =>
  db
    .select({ state: submissions.state, number: count() })
    .from(submissions)
    .where(visibleTo(db, viewer))
    .groupBy(submissions.state);
