/** Submissions: how they begin, how they move, and how they are found. `advance` is the only writer of a state. */
import { and, asc, count, desc, eq, lt, type SQL } from 'drizzle-orm';
import type { Jobs } from '#api/jobs.ts';
import type { LessonContent, Receipt } from '#schemas/submission.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import type { State } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import { appendEvent, type Happening } from './events.ts';
import { type Addressed, queueLetter } from './letters.ts';
import { assignments, contacts, people, revisions, submissions } from './tables.ts';
import { type Viewer, visibleTo } from './visibility.ts';

export type SubmissionRow = typeof submissions.$inferSelect;
export type Contact = Omit<typeof contacts.$inferInsert, 'submissionId' | 'confirmedAt'>;

/** Columns that a transition may set beside the state. */
type Along = Partial<
  Pick<
    SubmissionRow,
    'revision' | 'round' | 'live' | 'liveVersion' | 'slug' | 'contentHash' | 'lapsedFrom' | 'labFrom'
  >
>;

export type Change = {
  id: string;
  from: State;
  /** The revision that the decision was made on. */
  revision: number;
  to: State;
  event: Happening;
  letters: readonly Addressed[];
  set?: Along;
  at: Date;
};

/**
 * Move a submission: state, event and letters change together or not at all.
 * `undefined` where somebody else was faster: its state or revision is no longer the one decided on.
 */
export async function advance(tx: Db, jobs: Jobs, change: Change): Promise<SubmissionRow | undefined> {
  const { id, from, revision, to, event, letters, set, at } = change;
  const began = from === to ? {} : { stateSince: at, reminders: 0 };
  const [moved] = await tx
    .update(submissions)
    .set({ ...set, ...began, state: to })
    .where(and(eq(submissions.id, id), eq(submissions.state, from), eq(submissions.revision, revision)))
    .returning();
  if (!moved) return undefined;

  await appendEvent(tx, id, event, at);
  for (const letter of letters) await queueLetter(tx, jobs, id, letter, at);
  return moved;
}

export type Beginning = {
  id: string;
  reference: string;
  kind: SubmissionKind;
  content: LessonContent;
  contact: Contact;
  receipt: Receipt;
  consentVersion: string;
  licence: string;
  at: Date;
};

/**
 * Store a submission as a draft of one revision, still without an event: `advance` submits it in the same transaction.
 * One statement, since on the embedded engine the number of statements is what a submission costs.
 */
export async function begin(tx: Db, { id, content, contact, at, ...rest }: Beginning): Promise<void> {
  const draft = { ...rest, id, state: 'draft' as const, stateSince: at, createdAt: at };
  const stored = tx.$with('stored').as(tx.insert(submissions).values(draft));
  const reachable = tx.$with('reachable').as(tx.insert(contacts).values({ ...contact, submissionId: id }));
  await tx
    .with(stored, reachable)
    .insert(revisions)
    .values({ submissionId: id, number: 1, round: 1, content, createdAt: at });
}

async function findRow(db: Db, id: string, where?: SQL): Promise<SubmissionRow | undefined> {
  const [row] = await db
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, id), where));
  return row;
}

export const findVisible = (db: Db, viewer: Viewer, id: string) => findRow(db, id, visibleTo(db, viewer));
/** By id alone: for the submitter, whose code named it, and for the system. */
export const findSubmission = (db: Db, id: string) => findRow(db, id);

/** Take the row of a submission until the transaction ends: whoever else decides on it waits, and then sees the outcome. */
export async function lockSubmission(tx: Db, id: string): Promise<void> {
  await tx.select({ id: submissions.id }).from(submissions).where(eq(submissions.id, id)).for('update');
}

export type QueueFilter = { state?: State; limit: number };

/** The queue of one person, longest waiting first, without contacts. */
export async function listQueue(db: Db, viewer: Viewer, { state, limit }: QueueFilter) {
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
    .innerJoin(
      revisions,
      and(eq(revisions.submissionId, submissions.id), eq(revisions.number, submissions.revision)),
    )
    .where(and(visibleTo(db, viewer), state && eq(submissions.state, state)))
    .orderBy(asc(submissions.stateSince), asc(submissions.id))
    .limit(limit);
}

/** How many submissions of each state one person can see. */
export async function countByState(db: Db, viewer: Viewer): Promise<Partial<Record<State, number>>> {
  const rows = await db
    .select({ state: submissions.state, number: count() })
    .from(submissions)
    .where(visibleTo(db, viewer))
    .groupBy(submissions.state);
  return Object.fromEntries(rows.map(({ state, number }) => [state, number]));
}

/** Submissions that have been in `state` since before `since`, oldest first. */
export async function listSilent(db: Db, state: State, since: Date, limit: number): Promise<SubmissionRow[]> {
  return db
    .select()
    .from(submissions)
    .where(and(eq(submissions.state, state), lt(submissions.stateSince, since)))
    .orderBy(asc(submissions.stateSince))
    .limit(limit);
}

/** Note that a reminder was sent. Guarded like a transition; says whether it won. */
export async function noteReminder(tx: Db, { id, state, reminders }: SubmissionRow): Promise<boolean> {
  const noted = await tx
    .update(submissions)
    .set({ reminders: reminders + 1 })
    .where(and(eq(submissions.id, id), eq(submissions.state, state), eq(submissions.reminders, reminders)))
    .returning({ id: submissions.id });
  return noted.length === 1;
}

export async function addRevision(tx: Db, revision: typeof revisions.$inferInsert): Promise<void> {
  await tx.insert(revisions).values(revision);
}

export async function findContent(db: Db, submissionId: string, number: number): Promise<LessonContent> {
  const [row] = await db
    .select({ content: revisions.content })
    .from(revisions)
    .where(and(eq(revisions.submissionId, submissionId), eq(revisions.number, number)));
  if (!row) throw new Error(`No revision ${number} of submission ${submissionId}`);
  return row.content;
}

/** All revisions, newest first; `author` is absent where the submitter wrote it. */
export async function listRevisions(db: Db, submissionId: string) {
  return db
    .select({
      number: revisions.number,
      round: revisions.round,
      content: revisions.content,
      authorId: revisions.authorId,
      copied: revisions.copied,
      author: people.name,
      note: revisions.note,
      createdAt: revisions.createdAt,
    })
    .from(revisions)
    .leftJoin(people, eq(people.id, revisions.authorId))
    .where(eq(revisions.submissionId, submissionId))
    .orderBy(desc(revisions.number))
    .limit(200);
}

export async function findContact(db: Db, submissionId: string) {
  const [row] = await db.select().from(contacts).where(eq(contacts.submissionId, submissionId));
  return row;
}

export async function confirmContact(tx: Db, submissionId: string, at: Date): Promise<void> {
  await tx.update(contacts).set({ confirmedAt: at }).where(eq(contacts.submissionId, submissionId));
}

/** Submissions of one mailbox, the newest first. */
export async function listByMailbox(db: Db, mailbox: string, limit: number) {
  return db
    .select({ id: submissions.id, reference: submissions.reference })
    .from(contacts)
    .innerJoin(submissions, eq(submissions.id, contacts.submissionId))
    .where(eq(contacts.mailbox, mailbox))
    .orderBy(desc(submissions.createdAt))
    .limit(limit);
}
