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
import { among, isAssignedTo, type Viewer, visibleTo } from './visibility.ts';

const NEWEST = and(eq(revisions.submissionId, submissions.id), eq(revisions.number, submissions.revision));

/** So much of the queue is looked through for words, row by row: words that many have soon fill a page. */
const LOOKED_THROUGH = 600;

/**
 * One page, longest waiting first, without contacts. Words that did not fill it among the first of the queue are looked
 * up then: the database cannot know how far it would have to look through the queue for them.
 */
export async function listQueue(db: Db, viewer: Viewer, filter: QueueFilter, now: Date, limit: number) {
  const { search } = filter;
  const seen = and(visibleTo(db, viewer), ...conditionsOf(db, viewer, filter, now));
  if (!search) return tell(db, firstOf(db, seen, limit));
  if (/^pc-/i.test(search))
    return tell(db, firstOf(db, and(seen, eq(submissions.reference, search.toUpperCase())), limit));
  const words = queryOf(search);
  const soon = await tell(db, thoseWith(db, words, firstOf(db, seen, LOOKED_THROUGH), limit));
  if (soon.length === limit) return soon;
  return tell(db, firstOf(db, and(seen, among(everyoneWith(db, words))), limit));
}

/** What the queue says of each. */
const tell = (db: Db, page: Some) =>
  db
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
    .from(page)
    .innerJoin(submissions, eq(submissions.id, page.id))
    .innerJoin(revisions, NEWEST)
    .orderBy(...IN_TURN);

const IN_TURN = [asc(submissions.stateSince), asc(submissions.id)] as const;
type Some = ReturnType<typeof firstOf>;

const firstOf = (db: Db, where: SQL | undefined, limit: number) =>
  db
    .select({ id: submissions.id })
    .from(submissions)
    .where(where)
    .orderBy(...IN_TURN)
    .limit(limit)
    .as('some');

/** Each of these words, the last as it begins. */
function queryOf(search: string): SQL {
  const words = search
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);
  return sql`to_tsquery('simple', ${words.join(' & ') + (words.length > 0 ? ':*' : '')})`;
}

/** The first of `some` that have the words in their newest revision. Asked one by one: a join would look all of them up before. */
const thoseWith = (db: Db, words: SQL, some: Some, limit: number) =>
  db
    .select({ id: submissions.id })
    .from(some)
    .innerJoin(submissions, eq(submissions.id, some.id))
    .where(sql`(select ${revisions.words} @@ ${words} from ${revisions} where ${NEWEST})`)
    .orderBy(...IN_TURN)
    .limit(limit)
    .as('some');

/** Whose newest revision has the words, of all there are. */
const everyoneWith = (db: Db, words: SQL) =>
  db
    .select({ id: revisions.submissionId })
    .from(revisions)
    .where(
      sql`${revisions.words} @@ ${words} and ${revisions.number} = (select revision from ${submissions} where ${submissions.id} = ${revisions.submissionId})`,
    );

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

/** How many submissions of each state one person can see; from `COUNTED_TO` on they are not counted. */
export async function countByState(db: Db, viewer: Viewer): Promise<Partial<Record<State, number>>> {
  const counted = viewer.roles.includes('editor') ? await countEach(db, viewer) : await countAll(db, viewer);
  return Object.fromEntries(
    counted
      .map(({ state, number }) => [state, Math.min(Number(number), COUNTED_TO)] as const)
      .filter(([, number]) => number > 0),
  );
}

/** For those who see most: each state by its index, which the order asks for, and no further than is told. */
async function countEach(db: Db, viewer: Viewer) {
  const few = sql`select 1 from ${submissions} where ${submissions.state} = asked.state and ${visibleTo(db, viewer)}
    order by ${submissions.stateSince}, ${submissions.id} limit ${COUNTED_TO}`;
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
