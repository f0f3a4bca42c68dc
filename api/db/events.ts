/** The record of a review: appended to, never changed. See `api/review/events.ts` for what a line is. */
import { randomBytes } from 'node:crypto';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { nextEvent } from '#api/review/events.ts';
import type { EventLine } from '#schemas/published.ts';
import type { ActorKind } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { eventKeys, events, people, submissions } from './tables.ts';

/** What happened: `type` is an action of the workflow or one of the few other things that leave an event. */
export type Happening = {
  type: string;
  actor: ActorKind;
  personId?: string;
  payload: Record<string, unknown>;
};

/** Where a chain ends: its last line and its key, each absent before the first line. */
type End = { last: EventLine | undefined; key: Uint8Array | undefined };

/** Append to the chain of one submission. The caller holds the lock of its row, so that the last line stays the last. */
export async function appendEvent(tx: Db, submissionId: string, event: Happening, at: Date): Promise<void> {
  await store(tx, [nextRow(submissionId, event, at, await findEnd(tx, submissionId))]);
}

/** Begin the chains of submissions that were stored in this transaction, so that there is no end to look for. */
export async function beginChains(
  tx: Db,
  begun: readonly { id: string; event: Happening }[],
  at: Date,
): Promise<void> {
  const nothing = { last: undefined, key: undefined };
  await store(
    tx,
    begun.map(({ id, event }) => nextRow(id, event, at, nothing)),
  );
}

function nextRow(
  submissionId: string,
  { type, actor, personId, payload }: Happening,
  at: Date,
  { last, key }: End,
) {
  const used = key ?? randomBytes(32);
  const line = nextEvent(last, { type, actor, month: at.toISOString().slice(0, 7), payload }, used);
  return {
    event: { ...line, submissionId, personId: personId ?? null, payload, at },
    newKeys: key ? [] : [{ submissionId, key: used }],
  };
}

async function store(tx: Db, rows: readonly ReturnType<typeof nextRow>[]): Promise<void> {
  const lines = rows.map(({ event }) => event);
  const keys = rows.flatMap(({ newKeys }) => newKeys);
  const kept = keys.length > 0 ? sql`with kept as (${insertRows(eventKeys, keys)})` : sql``;
  await tx.execute(sql`${kept} ${insertRows(events, lines)}`);
}

async function findEnd(tx: Db, submissionId: string): Promise<End> {
  const [end] = await tx
    .select({ last: events, key: eventKeys.key })
    .from(submissions)
    .leftJoin(eventKeys, eq(eventKeys.submissionId, submissions.id))
    .leftJoin(events, eq(events.submissionId, submissions.id))
    .where(eq(submissions.id, submissionId))
    .orderBy(desc(events.seq))
    .limit(1);
  return { last: end?.last ? toLine(end.last) : undefined, key: end?.key ?? undefined };
}

const toLine = ({ seq, type, actor, month, mac, hash }: EventLine): EventLine => ({
  seq,
  type,
  actor,
  month,
  mac,
  hash,
});

/** How often something has happened to a submission. */
export const countEvents = (db: Db, submissionId: string, type: string): Promise<number> =>
  db.$count(events, and(eq(events.submissionId, submissionId), eq(events.type, type)));

/** The chain of a submission as outsiders may read it: no people, no payloads. */
export async function listEventLines(db: Db, submissionId: string): Promise<EventLine[]> {
  const rows = await db
    .select()
    .from(events)
    .where(eq(events.submissionId, submissionId))
    .orderBy(asc(events.seq));
  return rows.map(toLine);
}

/** The record as the desk reads it: with names, without payloads but for why somebody was taken off. */
export async function listEvents(db: Db, submissionId: string) {
  return db
    .select({
      seq: events.seq,
      type: events.type,
      actor: events.actor,
      person: people.name,
      at: events.at,
      reason: sql<
        string | null
      >`case when ${events.type} = 'unassign' then ${events.payload} ->> 'reason' end`,
    })
    .from(events)
    .leftJoin(people, eq(people.id, events.personId))
    .where(eq(events.submissionId, submissionId))
    .orderBy(asc(events.seq))
    .limit(1_000);
}
