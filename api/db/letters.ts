/** Letters are written as rows in the transaction that causes them, and delivered by a job. */
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Jobs } from '#api/jobs.ts';
import type { Letter } from '#api/letters/wording.ts';
import type { Db } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { commentContacts, contacts, letters, people } from './tables.ts';

/** A letter and whom it goes to: the contact of a submission or a comment, a person of the desk, or the escalation address. */
export type Addressed = Letter & { to: 'contact' | 'escalation' | { personId: string } };

/** Store a letter and queue its delivery, both in the caller's transaction. */
export const queueLetter = (
  tx: Db,
  jobs: Jobs,
  submissionId: string | null,
  letter: Addressed,
  at: Date,
): Promise<void> => queueLetters(tx, jobs, [{ submissionId, letter }], at);

/** The same for several letters, in one statement each. */
export async function queueLetters(
  tx: Db,
  jobs: Jobs,
  written: readonly { submissionId: string | null; commentId?: string; letter: Addressed }[],
  at: Date,
): Promise<void> {
  if (written.length === 0) return;
  const rows = written.map(({ submissionId, commentId, letter: { to, ...wording } }) => ({
    id: crypto.randomUUID(),
    submissionId,
    commentId: commentId ?? null,
    ...(typeof to === 'string' ? { addressee: to } : { addressee: 'person' as const, personId: to.personId }),
    ...wording,
    createdAt: at,
  }));
  await tx.execute(insertRows(letters, rows));
  await jobs.sendAll(
    tx,
    'letters',
    rows.map(({ id }) => ({ letterId: id })),
  );
}

/** A letter that still has to be delivered. */
export async function findUndelivered(db: Db, id: string) {
  const [letter] = await db
    .select()
    .from(letters)
    .where(and(eq(letters.id, id), ne(letters.state, 'sent')));
  return letter;
}

/** The address that the contact of a letter has now, or its person unless they left. */
export async function findAddress(
  db: Db,
  { id, addressee }: Pick<typeof letters.$inferSelect, 'id' | 'addressee'>,
): Promise<string | null | undefined> {
  const [row] = await db
    .select({
      contact: sql<string | null>`coalesce(${contacts.email}, ${commentContacts.email})`,
      person: people.email,
    })
    .from(letters)
    .leftJoin(contacts, eq(contacts.submissionId, letters.submissionId))
    .leftJoin(commentContacts, eq(commentContacts.commentId, letters.commentId))
    .leftJoin(people, and(eq(people.id, letters.personId), isNull(people.leftAt)))
    .where(eq(letters.id, id));
  return addressee === 'contact' ? row?.contact : row?.person;
}

export async function markSent(db: Db, id: string, at: Date): Promise<void> {
  await db
    .update(letters)
    .set({ state: 'sent', sentAt: at, problem: null, attempts: sql`${letters.attempts} + 1` })
    .where(eq(letters.id, id));
}

export async function markFailed(db: Db, id: string, problem: string): Promise<void> {
  await db
    .update(letters)
    .set({ state: 'failed', problem, attempts: sql`${letters.attempts} + 1` })
    .where(eq(letters.id, id));
}

/** What the submitter was told, oldest first: the matter, not the mail. */
export async function listLettersToContact(db: Db, submissionId: string) {
  return db
    .select({ kind: letters.kind, matter: letters.matter, at: letters.createdAt, state: letters.state })
    .from(letters)
    .where(and(eq(letters.submissionId, submissionId), eq(letters.addressee, 'contact')))
    .orderBy(asc(letters.createdAt))
    .limit(200);
}
