/** The work of the desk in figures: of what one person may see, however few it is. What everybody reads is in `insight.ts`. */
import { type SQL, sql } from 'drizzle-orm';
import type { Insight } from '#schemas/insight.ts';
import type { ReasonCode, State } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import { STAYS } from './insight.ts';
import { declines, events, recommendations, submissions } from './tables.ts';
import { type Viewer, visibleTo } from './visibility.ts';

async function rows<Row extends Record<string, unknown>>(db: Db, query: SQL): Promise<Row[]> {
  return (await db.execute<Row>(query)).rows;
}

const seenBy = (db: Db, viewer: Viewer) =>
  sql`seen as (select ${submissions.id} as id from ${submissions} where ${visibleTo(db, viewer)})`;

type Counted = { month: string; type: 'confirm' | 'publish' | 'decline'; submissions: number };

/** Submissions that were confirmed, published and declined in each month from `from` (`2026-11`) on; months without any are absent. */
export const countMonths = (db: Db, viewer: Viewer, from: string): Promise<Counted[]> =>
  rows<Counted>(
    db,
    sql`with ${seenBy(db, viewer)}
      select ${events.month} as month, ${events.type} as type, count(distinct ${events.submissionId})::int as submissions
      from ${events} join seen on seen.id = ${events.submissionId}
      where ${events.type} in ('confirm', 'publish', 'decline') and ${events.month} >= ${from}
      group by 1, 2 order by 1, 2`,
  );

/** Stays that ended since `since`, in days. */
export async function measureStays(db: Db, viewer: Viewer, since: Date): Promise<Insight['waits']> {
  type Measured = { state: State; stays: number; median: number; ninetieth: number };
  const found = await rows<Measured>(
    db,
    sql`with ${STAYS}, ${seenBy(db, viewer)}
      select state, count(*)::int as stays,
        round(percentile_cont(0.5) within group (order by days)::numeric, 1)::float8 as median,
        round(percentile_cont(0.9) within group (order by days)::numeric, 1)::float8 as ninetieth
      from stays join seen on seen.id = submission_id
      where until >= ${since.toISOString()} and state not in ('draft', 'unconfirmed')
      group by state`,
  );
  return found.map(({ state, stays, median, ninetieth }) => ({ state, stays, median, ninetieth }));
}

/** Declines since `since` by their reason, the most frequent first. */
export const countDeclines = (db: Db, viewer: Viewer, since: Date): Promise<Insight['declines']> =>
  rows<{ code: ReasonCode; declined: number }>(
    db,
    sql`with ${seenBy(db, viewer)}
      select ${declines.code} as code, count(*)::int as declined
      from ${declines} join seen on seen.id = ${declines.submissionId}
      where ${declines.at} >= ${since.toISOString()}
      group by 1 order by declined desc, code`,
  );

/** How often verdicts on one revision, made since `since`, were the same. Who abstains has none. */
export async function measureAgreement(db: Db, viewer: Viewer, since: Date): Promise<Insight['agreement']> {
  const [row] = await rows<Insight['agreement']>(
    db,
    sql`with ${seenBy(db, viewer)}, judged as (
        select count(distinct ${recommendations.verdict}) as verdicts
        from ${recommendations} join seen on seen.id = ${recommendations.submissionId}
        where ${recommendations.verdict} <> 'abstain' and ${recommendations.madeAt} >= ${since.toISOString()}
        group by ${recommendations.submissionId}, ${recommendations.revision} having count(*) > 1
      )
      select count(*)::int as revisions, (count(*) filter (where verdicts = 1))::int as agreed from judged`,
  );
  return row ?? { revisions: 0, agreed: 0 };
}
