/** Makes a desk of any size, 100,000 within a minute, by statements that make their own rows. Nothing of it was ever sent. */
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '#api/db/client.ts';
import { readSamples } from '#api/programs/demo/samples.ts';
import type { State } from '#schemas/workflow.ts';

const [LESSON, OFFERING] = ['canary-caught-print-driver', 'sample-offering-ringmaster'];
/** Read by one person in all their time here: a larger desk has more people, not faster ones. */
const ASSIGNED_TO_EACH = 500;
const FROM_EACH_ORGANIZATION = 20;
/** So many tell of zeppelins, however many there are. */
const RARE = 20;
/** Of a hundred submissions, how many are in which state. */
const SHARES: readonly (readonly [State, number])[] = [
  ['published', 52],
  ['declined', 16],
  ['withdrawn', 5],
  ['lapsed', 6],
  ['unconfirmed', 2],
  ['received', 4],
  ['in_review', 8],
  ['changes_requested', 3],
  ['in_lab', 1],
  ['sign_off', 2],
  ['accepted', 1],
];
const STATE_OF = sql`(${textArray(SHARES.flatMap(([state, share]) => Array<string>(share).fill(state)))})[1 + n % 100]`;
const IS_OFFERING = sql`(${STATE_OF} = 'in_lab' or n % 1000 < 100)`;
/** Random in look, the same in every run. */
const id = (of: SQL) => sql`md5(${of}::text)::uuid`;
/** What waits came within two months, what is over within four years. */
const SINCE = sql`now() - make_interval(mins => (n::bigint * 7919 %
  case when ${STATE_OF} in ('published', 'declined', 'withdrawn', 'lapsed') then 2000000 else 80000 end)::int)`;

/** Store `count` submissions and the reviewers who read them. Answers how many reviewers, `reviewer1` and on. */
export async function fillDesk(db: Db, count: number): Promise<number> {
  const reviewers = Math.max(2, Math.ceil((count * 2) / ASSIGNED_TO_EACH));
  const organizations = Math.ceil(count / FROM_EACH_ORGANIZATION);
  const all = sql`generate_series(1, ${count}::int) as n`;
  const content = (name: string) => JSON.stringify(readSamples().get(name)?.sent.content);
  for (const statement of [
    sql`insert into people (id, name, email, roles)
      select 'reviewer' || n, 'Reviewer ' || n, 'reviewer' || n || '@desk.example', '{reviewer}'
      from generate_series(1, ${reviewers}::int) as n`,
    sql`insert into submissions (id, reference, kind, state, state_since, at_desk_since, live, live_version, receipt, consent_version, licence, created_at)
      select ${id(sql`n`)}, 'PC-' || upper(substr(md5(n::text), 1, 4) || '-' || lpad(to_hex(n), 5, '0')),
        case when ${IS_OFFERING} then 'offering' else 'lesson' end, ${STATE_OF},
        date_trunc('milliseconds', ${SINCE}), case when ${STATE_OF} <> 'unconfirmed' then ${SINCE} end,
        case ${STATE_OF} when 'published' then 'live' else 'none' end,
        case ${STATE_OF} when 'published' then 1 end, '{}', '2026-11', 'CC-BY-4.0', ${SINCE}
      from ${all}`,
    sql`insert into contacts (submission_id, name, email, organization, organization_key, mail_domain, mailbox)
      select ${id(sql`n`)}, 'Writer', mailbox, 'Organization', 'organization' || source, domain, mailbox
      from ${all}, lateral (select n % ${organizations}::int as source) as sources,
        lateral (select 'it.source' || source || '.example' as domain, 'writer' || n || '@it.source' || source || '.example' as mailbox) as addresses`,
    sql`insert into revisions (submission_id, number, round, content, created_at)
      select ${id(sql`n`)}, 1, 1, case when ${IS_OFFERING} then ${content(OFFERING)}::jsonb || jsonb_build_object('product', name)
        else ${content(LESSON)}::jsonb || jsonb_build_object('title', name) end, now()
      from ${all}, lateral (select 'What batch ' || n || ' of the ' ||
        (array['kiosk', 'pump', 'till', 'scanner', 'imaging', 'payroll'])[1 + n % 6] || ' updates taught us' ||
        case when n % ${Math.ceil(count / RARE)}::int = 0 then ' about zeppelins' else '' end as name) as names`,
    sql`insert into assignments (submission_id, person_id, assigned_at)
      select ${id(sql`n`)}, 'reviewer' || (1 + (n / 7 + half * ${Math.ceil(reviewers / 2)}::int) % ${reviewers}::int), now()
      from ${all}, generate_series(0, 1) as half where ${STATE_OF} not in ('unconfirmed', 'received')`,
    sql`analyze`,
  ])
    await db.execute(statement);
  return reviewers;
}

function textArray(words: readonly string[]): SQL {
  return sql`array[${sql.join(
    words.map((word) => sql`${word}::text`),
    sql`, `,
  )}]`;
}
