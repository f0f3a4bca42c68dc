/** The record of a review: appended to, never changed. See `api/review/events.ts` for what a line is. */
import { randomBytes } from 'node:crypto';
import { asc, desc, eq } from 'drizzle-orm';
import { nextEvent } from '#api/review/events.ts';
import type { EventLine } from '#schemas/published.ts';
import type { ActorKind } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import { eventKeys, events, people, submissions } from './tables.ts';

/** What happened: `type` is an action of the workflow or one of the few other things that leave an event. */
export type Happening = {
  type: string;
  actor: ActorKind;
  personId?: string;
  payload: Record<string, unknown>;
};

/** Append to the chain of one submission. The caller holds, or this takes, the lock of the submission's row. */
export async function appendEvent(
  tx: Db,
  submissionId: string,
  { type, actor, personId, payload }: Happening,
  at: Date,
): Promise<void> {
  await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(eq(submissions.id, submissionId))
    .for('update');
  const [last] = await tx
    .select()
    .from(events)
    .where(eq(events.submissionId, submissionId))
    .orderBy(desc(events.seq))
    .limit(1);
  const month = at.toISOString().slice(0, 7);
  const line = nextEvent(
    last && toLine(last),
    { type, actor, month, payload },
    await keyOf(tx, submissionId),
  );
  await tx.insert(events).values({ ...line, submissionId, personId: personId ?? null, payload, at });
}

async function keyOf(tx: Db, submissionId: string): Promise<Uint8Array> {
  await tx
    .insert(eventKeys)
    .values({ submissionId, key: randomBytes(32) })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ key: eventKeys.key })
    .from(eventKeys)
    .where(eq(eventKeys.submissionId, submissionId));
  if (!row) throw new Error(`No event key for submission ${submissionId}`);
  return row.key;
}

const toLine = ({ seq, type, actor, month, mac, hash }: EventLine): EventLine => ({
  seq,
  type,
  actor,
  month,
  mac,
  hash,
});

/** The chain of a submission as outsiders may read it: no people, no payloads. */
export async function listEventLines(db: Db, submissionId: string): Promise<EventLine[]> {
  const rows = await db
    .select()
    .from(events)
    .where(eq(events.submissionId, submissionId))
    .orderBy(asc(events.seq));
  return rows.map(toLine);
}

/** The record as the desk reads it: with names, without payloads. */
export async function listEvents(db: Db, submissionId: string) {
  return db
    .select({ seq: events.seq, type: events.type, actor: events.actor, person: people.name, at: events.at })
    .from(events)
    .leftJoin(people, eq(people.id, events.personId))
    .where(eq(events.submissionId, submissionId))
    .orderBy(asc(events.seq))
    .limit(1_000);
}
