/** How long things took, measured from the records of reviews. Nothing here tells of less than `FIGURES_FROM` submissions. */
import { eq, type SQL, sql } from 'drizzle-orm';
import { CLOSED_STATES, LEADS_TO, MOVES } from '#api/review/history.ts';
import { FIGURES_FROM, type MeasuredMonth, type Wait } from '#schemas/service-levels.ts';
import type { ReasonCode, State } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import { declines, events, submissions, waits } from './tables.ts';

const listed = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  );
const stateOf = sql`case type ${sql.join(
  LEADS_TO.map(([action, state]) => sql`when ${action} then ${state}`),
  sql` `,
)} end`;

/** Every stay in a state that is over, with its days. Events that move nothing end no stay. */
export const STAYS = sql`stays as (
  select submission_id, state, until, extract(epoch from until - at) / 86400.0 as days
  from (
    select submission_id, ${stateOf} as state, at, lead(at) over (partition by submission_id order by seq) as until
    from ${events}
    where type in (${listed(MOVES)})
  ) as moves
  where state is not null and until is not null
)`;

/** Submissions that were confirmed and are closed, each in the month in which it was. */
const CLOSED = sql`closed as (
  select id, state as closed_as, to_char(state_since at time zone 'UTC', 'YYYY-MM') as month
  from ${submissions}
  where state in (${listed(CLOSED_STATES)})
    and exists (select 1 from ${events} where submission_id = ${submissions.id} and type = 'confirm')
)`;

const FIGURES = sql`
  count(distinct submission_id)::int as submissions,
  percentile_cont(0.5) within group (order by days) as median,
  percentile_cont(0.9) within group (order by days) as ninetieth`;
const NOT_FEW = sql`having count(distinct submission_id) >= ${FIGURES_FROM}`;

type Measured = { state: State; submissions: number; median: number; ninetieth: number };

async function rows<Row extends Record<string, unknown>>(db: Db, query: SQL): Promise<Row[]> {
  return (await db.execute<Row>(query)).rows;
}

const asWait = ({ state, submissions: number, median, ninetieth }: Measured): Wait => ({
  state,
  submissions: number,
  median: tenths(median),
  ninetieth: tenths(ninetieth),
});
const tenths = (days: number) => Math.round(Number(days) * 10) / 10;

/** Stays that ended since `since`, whatever became of the submission afterwards. */
export async function measureWaits(db: Db, since: Date): Promise<Wait[]> {
  const found = await rows<Measured>(
    db,
    sql`with ${STAYS} select state, ${FIGURES} from stays where until >= ${since.toISOString()} group by state ${NOT_FEW} order by state`,
  );
  return found.map(asWait);
}

/** Months from `from` to before `before` (`2026-11`) in which enough submissions were closed, the newest first. */
export async function measureMonths(db: Db, from: string, before: string): Promise<MeasuredMonth[]> {
  const within = sql`month >= ${from} and month < ${before}`;
  const months = await rows<{ month: string; submissions: number }>(
    db,
    sql`with ${CLOSED} select month, count(*)::int as submissions from closed where ${within}
      group by month having count(*) >= ${FIGURES_FROM} order by month desc`,
  );
  const stays = await rows<Measured & { month: string }>(
    db,
    sql`with ${STAYS}, ${CLOSED} select month, state, ${FIGURES} from stays join closed on closed.id = submission_id
      where ${within} group by month, state ${NOT_FEW} order by month, state`,
  );
  const reasons = await rows<{ month: string; code: ReasonCode; submissions: number }>(
    db,
    sql`with ${CLOSED} select month, code, count(distinct submission_id)::int as submissions
      from ${declines} join closed on closed.id = submission_id
      where closed_as = 'declined' and ${within} group by month, code ${NOT_FEW} order by submissions desc, code`,
  );
  return months.map(({ month, submissions: number }) => ({
    month,
    submissions: number,
    waits: stays.filter((one) => one.month === month).map(asWait),
    declines: reasons
      .filter((one) => one.month === month)
      .map(({ code, submissions: declined }) => ({ code, submissions: declined })),
  }));
}

/** Keep what was measured, in place of what was measured before. */
export async function keepWaits(db: Db, measured: readonly Wait[], measuredAt: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(waits);
    if (measured.length > 0) await tx.insert(waits).values(measured.map((one) => ({ ...one, measuredAt })));
  });
}

/** How long others stayed in a state; nothing where too few did. */
export async function findWait(db: Db, state: State): Promise<Wait | undefined> {
  const [row] = await db.select().from(waits).where(eq(waits.state, state));
  return row && asWait(row);
}
