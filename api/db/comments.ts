/** Public comments: how they come, are confirmed, answered and published. Who wrote one is in `comment_contacts` alone. */
import { and, asc, desc, eq, gt, inArray, isNull, lt, max, ne, sql } from 'drizzle-orm';
import type { Adjudication, Amendment } from '#schemas/comment.ts';
import type { Db } from './client.ts';
import { commentContacts, comments, people } from './tables.ts';

export type CommentRow = typeof comments.$inferSelect;
type NewRow = Omit<
  typeof comments.$inferInsert,
  | 'state'
  | 'revision'
  | 'number'
  | 'disposition'
  | 'reason'
  | 'adjudicatedBy'
  | 'adjudicatedAt'
  | 'earlier'
  | 'publishedAt'
  | 'withdrawnAt'
>;
type NewContact = Omit<
  typeof commentContacts.$inferInsert,
  'commentId' | 'codeHash' | 'openingHash' | 'openUntil'
>;
/** The keys by which conflicts are computed; absent once the contact was erased. */
export type Source = { organizationKey: string; mailDomain: string | null; mailbox: string } | null;

export async function addComment(tx: Db, row: NewRow, contact: NewContact): Promise<void> {
  await tx.insert(comments).values({ ...row, state: 'unconfirmed' });
  await tx.insert(commentContacts).values({ ...contact, commentId: row.id });
}

export async function findComment(db: Db, id: string): Promise<CommentRow | undefined> {
  const [row] = await db.select().from(comments).where(eq(comments.id, id));
  return row;
}

/** An earlier code opens and confirms nothing any more. */
export async function setCommentCode(db: Db, commentId: string, codeHash: string): Promise<void> {
  await db
    .update(commentContacts)
    .set({ codeHash, openingHash: null, openUntil: null })
    .where(eq(commentContacts.commentId, commentId));
}

/** Note the cookie that the code of a comment was exchanged for. An earlier one opens nothing any more. */
export async function openComment(
  db: Db,
  commentId: string,
  opening: { openingHash: string; openUntil: Date },
): Promise<void> {
  await db.update(commentContacts).set(opening).where(eq(commentContacts.commentId, commentId));
}

/** The comment that a cookie opens, while its hour lasts. */
export async function findByOpening(db: Db, openingHash: string, now: Date) {
  const [row] = await db
    .select({ id: commentContacts.commentId })
    .from(commentContacts)
    .where(and(eq(commentContacts.openingHash, openingHash), gt(commentContacts.openUntil, now)));
  return row;
}

/** Comments of one mailbox that were not withdrawn, the newest first. */
export const listOfMailbox = (db: Db, mailbox: string, limit: number) =>
  db
    .select({ id: comments.id })
    .from(commentContacts)
    .innerJoin(comments, eq(comments.id, commentContacts.commentId))
    .where(and(eq(commentContacts.mailbox, mailbox), isNull(comments.withdrawnAt)))
    .orderBy(desc(comments.createdAt))
    .limit(limit);

/** A comment, locked until the transaction ends: of its writer and its editors one acts after the other. */
export async function lockComment(tx: Db, id: string): Promise<CommentRow | undefined> {
  const [row] = await tx.select().from(comments).where(eq(comments.id, id)).for('update');
  return row;
}

/** Put other words in place of those that were sent. The caller holds the lock. */
export async function amendComment(
  tx: Db,
  { id, revision }: CommentRow,
  { suggestion, shownAs, ...said }: Amendment,
): Promise<void> {
  await tx
    .update(comments)
    .set({ ...said, suggestion: suggestion ?? null, shownAs: shownAs ?? null, revision: revision + 1 })
    .where(eq(comments.id, id));
}

/** Delete a comment that was not answered, with who wrote it. */
export async function removeComment(tx: Db, id: string): Promise<void> {
  await tx.delete(comments).where(eq(comments.id, id));
}

/** Erase the words of an answered comment, those of its answers, which may repeat them, and who wrote it. Its number stays. */
export async function emptyComment(tx: Db, { id, earlier }: CommentRow, at: Date): Promise<void> {
  await tx
    .update(comments)
    .set({
      comment: '',
      rationale: '',
      suggestion: null,
      shownAs: null,
      reason: '',
      earlier: earlier.map((one) => ({ ...one, reason: '' })),
      withdrawnAt: at,
    })
    .where(eq(comments.id, id));
  await tx.delete(commentContacts).where(eq(commentContacts.commentId, id));
}

/** Put a better answer in place of the one there is, which is kept among the earlier ones. The caller holds the lock. */
export async function correctAnswer(
  tx: Db,
  { id, earlier, disposition, reason, adjudicatedAt }: CommentRow,
  answer: Adjudication & { adjudicatedBy: string; adjudicatedAt: Date },
): Promise<void> {
  if (disposition === null || reason === null || adjudicatedAt === null)
    throw new Error(`Comment ${id} was not answered`);
  const adjudicatedOn = adjudicatedAt.toISOString().slice(0, 7);
  await tx
    .update(comments)
    .set({ ...answer, earlier: [...earlier, { disposition, reason, adjudicatedOn }] })
    .where(eq(comments.id, id));
}

export async function findByCode(db: Db, codeHash: string) {
  const [row] = await db
    .select({ id: comments.id, state: comments.state, email: commentContacts.email })
    .from(commentContacts)
    .innerJoin(comments, eq(comments.id, commentContacts.commentId))
    .where(eq(commentContacts.codeHash, codeHash));
  return row;
}

/** Says whether it was still to be confirmed. */
export async function markConfirmed(tx: Db, id: string): Promise<boolean> {
  const confirmed = await tx
    .update(comments)
    .set({ state: 'received' })
    .where(and(eq(comments.id, id), eq(comments.state, 'unconfirmed')))
    .returning({ id: comments.id });
  return confirmed.length === 1;
}

const source = {
  organizationKey: commentContacts.organizationKey,
  mailDomain: commentContacts.mailDomain,
  mailbox: commentContacts.mailbox,
};
const withSource = (db: Db) =>
  db
    .select({ comment: comments, source, by: people.name })
    .from(comments)
    .leftJoin(commentContacts, eq(commentContacts.commentId, comments.id))
    .leftJoin(people, eq(people.id, comments.adjudicatedBy));

/** Comments that were confirmed: those that wait first, the oldest of them before all; then the newest answers. */
export const listConfirmed = (db: Db, limit: number) =>
  withSource(db)
    .where(ne(comments.state, 'unconfirmed'))
    .orderBy(
      desc(eq(comments.state, 'received')),
      sql`case when ${comments.state} = 'received' then ${comments.createdAt} end`,
      desc(comments.adjudicatedAt),
    )
    .limit(limit);

/** A comment that was confirmed, locked until the transaction ends. */
export async function lockConfirmed(tx: Db, id: string) {
  await tx.select({ id: comments.id }).from(comments).where(eq(comments.id, id)).for('update');
  const [row] = await withSource(tx).where(and(eq(comments.id, id), ne(comments.state, 'unconfirmed')));
  return row;
}

/** Answer a comment, giving it the next number of its text and version. The caller holds its lock. */
export async function adjudicate(
  tx: Db,
  { id, text, version }: CommentRow,
  answer: Adjudication & { adjudicatedBy: string; adjudicatedAt: Date },
): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`${text} ${version}`}))`);
  const [last] = await tx
    .select({ number: max(comments.number) })
    .from(comments)
    .where(and(eq(comments.text, text), eq(comments.version, version)));
  const number = (last?.number ?? 0) + 1;
  await tx
    .update(comments)
    .set({ ...answer, number, state: 'adjudicated' })
    .where(eq(comments.id, id));
  return number;
}

/** Every answered comment: the records folder must hold each. */
export const listAdjudicated = (db: Db): Promise<CommentRow[]> =>
  db
    .select()
    .from(comments)
    .where(inArray(comments.state, ['adjudicated', 'published']))
    .orderBy(asc(comments.adjudicatedAt), asc(comments.id));

/** Note that the pages with these comments are up. */
export async function markCommentsPublished(db: Db, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(comments)
    .set({ state: 'published', publishedAt: at })
    .where(and(inArray(comments.id, [...ids]), isNull(comments.publishedAt)));
}

/** Delete what nobody confirmed before `before`. Answers how many. */
export async function removeUnconfirmedComments(db: Db, before: Date): Promise<number> {
  const gone = await db
    .delete(comments)
    .where(and(eq(comments.state, 'unconfirmed'), lt(comments.createdAt, before)))
    .returning({ id: comments.id });
  return gone.length;
}

/** Forget who wrote what was published before `before`. Answers how many. */
export async function removeCommentContacts(db: Db, before: Date): Promise<number> {
  const over = db.select({ id: comments.id }).from(comments).where(lt(comments.publishedAt, before));
  const gone = await db
    .delete(commentContacts)
    .where(inArray(commentContacts.commentId, over))
    .returning({ id: commentContacts.commentId });
  return gone.length;
}
