/** Submissions: how they begin, how they move, and how they are found. `advance` is the only writer of a state. */
import { and, asc, desc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { Jobs } from '#api/jobs.ts';
import type { Content, Receipt } from '#schemas/submission.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import type { State } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import { appendEvent, beginChains, type Happening } from './events.ts';
import { insertRows } from './insert-rows.ts';
import { type Addressed, queueLetters } from './letters.ts';
import { contacts, people, revisions, submissions } from './tables.ts';
import { type Viewer, visibleTo } from './visibility.ts';

export type SubmissionRow = typeof submissions.$inferSelect;
export type Contact = Omit<typeof contacts.$inferInsert, 'submissionId'>;

/** Columns that a transition may set beside the state. */
type Along = Partial<
  Pick<
    SubmissionRow,
    | 'revision'
    | 'round'
    | 'live'
    | 'liveVersion'
    | 'slug'
    | 'contentHash'
    | 'changes'
    | 'lapsedFrom'
    | 'labFrom'
    | 'receipt'
    | 'consentVersion'
    | 'licence'
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
  const { id, event, letters, at } = change;
  const [moved] = await move(tx, [id], change).returning();
  if (!moved) return undefined;

  await appendEvent(tx, id, event, at);
  await queueLetters(
    tx,
    jobs,
    letters.map((letter) => ({ submissionId: id, letter })),
    at,
  );
  return moved;
}

/** The part of a change that several submissions can have in common. */
type Step = Omit<Change, 'id' | 'event' | 'letters'>;

/** Advance submissions that were begun in this transaction, all of them by the same step. Throws if one was not there. */
export async function advanceBegun(
  tx: Db,
  jobs: Jobs,
  step: Step,
  begun: readonly Pick<Change, 'id' | 'event' | 'letters'>[],
): Promise<void> {
  const ids = begun.map(({ id }) => id);
  const moved = await move(tx, ids, step).returning({ id: submissions.id });
  if (moved.length !== begun.length) throw new Error(`Not all there to be moved: ${ids.join(', ')}`);

  await beginChains(tx, begun, step.at);
  await queueLetters(
    tx,
    jobs,
    begun.flatMap(({ id, letters }) => letters.map((letter) => ({ submissionId: id, letter }))),
    step.at,
  );
}

const move = (tx: Db, ids: string[], { from, revision, to, set, at }: Step) =>
  tx
    .update(submissions)
    .set({ ...set, ...(from !== to && { stateSince: at, reminders: 0 }), state: to })
    .where(
      and(inArray(submissions.id, ids), eq(submissions.state, from), eq(submissions.revision, revision)),
    );

export type Beginning = {
  id: string;
  reference: string;
  kind: SubmissionKind;
  content: Content;
  contact: Contact;
  /** Who wrote it down, where that was not the submitter. */
  authorId?: string;
  receipt: Receipt;
  consentVersion: string;
  licence: string;
  at: Date;
};

/**
 * Store submissions as drafts of one revision, still without an event: they are submitted in the same transaction.
 * One statement, since the number of statements is what a submission costs.
 */
export async function begin(tx: Db, ...beginnings: readonly Beginning[]): Promise<void> {
  const drafts = beginnings.map(({ content, contact, authorId, at, ...rest }) => ({
    ...rest,
    state: 'draft' as const,
    stateSince: at,
    createdAt: at,
  }));
  const reachable = beginnings.map(({ id, contact }) => ({ ...contact, submissionId: id }));
  const texts = beginnings.map(({ id, content, authorId, at }) => ({
    submissionId: id,
    number: 1,
    round: 1,
    content,
    ...(authorId !== undefined && { authorId }),
    createdAt: at,
  }));
  await tx.execute(sql`
    with stored as (${insertRows(submissions, drafts)}), reachable as (${insertRows(contacts, reachable)})
    ${insertRows(revisions, texts)}`);
}

/** What a draft becomes when it is sent: its first revision, and somebody who can be written to. */
export async function addFirstRevision(
  tx: Db,
  { id, content, contact, at }: Pick<Beginning, 'id' | 'content' | 'contact' | 'at'>,
): Promise<void> {
  await tx.insert(contacts).values({ ...contact, submissionId: id });
  await addRevision(tx, { submissionId: id, number: 1, round: 1, content, createdAt: at });
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

/** Submissions that have been in `state` since `since` or longer, oldest first. */
export async function listSilent(db: Db, state: State, since: Date, limit: number): Promise<SubmissionRow[]> {
  return db
    .select()
    .from(submissions)
    .where(and(eq(submissions.state, state), lte(submissions.stateSince, since)))
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

/** Let the time of the present state begin anew: somebody else is waited for. The caller holds the row. */
export async function beginToWaitAnew(tx: Db, id: string, at: Date): Promise<void> {
  await tx.update(submissions).set({ stateSince: at }).where(eq(submissions.id, id));
}

export async function addRevision(tx: Db, revision: typeof revisions.$inferInsert): Promise<void> {
  await tx.insert(revisions).values(revision);
}

export async function findContent(db: Db, submissionId: string, number: number): Promise<Content> {
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

export async function showToDesk(tx: Db, id: string, at: Date): Promise<void> {
  await tx.update(submissions).set({ atDeskSince: at }).where(eq(submissions.id, id));
}

/** Remember whom a submission names, by the key by which conflicts are computed. */
export async function noteVendor(tx: Db, submissionId: string, vendorKey: string | null): Promise<void> {
  await tx.update(contacts).set({ vendorKey }).where(eq(contacts.submissionId, submissionId));
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
