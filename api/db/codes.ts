/** Secret codes and what they were exchanged for, as hashes. No code is ever stored, logged or shown at the desk. */
import { and, eq, gt, lt, ne } from 'drizzle-orm';
import type { Db } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { codes, openings } from './tables.ts';

/** What a code or cookie opens. `mailed`: it was delivered to the address, which proves who reads mail there. */
export type Opened = { submissionId: string; mailed: boolean };

export async function addCode(tx: Db, ...added: (typeof codes.$inferInsert)[]): Promise<void> {
  await tx.execute(insertRows(codes, added));
}

export async function removeCode(tx: Db, hash: string): Promise<void> {
  await tx.delete(codes).where(eq(codes.hash, hash));
}

/** End the codes that were mailed earlier, once a fresh one is on its way. */
export async function endOlderCodes(db: Db, submissionId: string, keep: string): Promise<void> {
  await db
    .delete(codes)
    .where(and(eq(codes.submissionId, submissionId), eq(codes.mailed, true), ne(codes.hash, keep)));
}

export async function findCode(db: Db, hash: string): Promise<Opened | undefined> {
  const [row] = await db
    .select({ submissionId: codes.submissionId, mailed: codes.mailed })
    .from(codes)
    .where(eq(codes.hash, hash));
  return row;
}

export async function addOpening(db: Db, opening: Opened & { hash: string; expiresAt: Date }): Promise<void> {
  await db.insert(openings).values(opening);
}

export async function findOpening(db: Db, hash: string, now: Date): Promise<Opened | undefined> {
  const [row] = await db
    .select({ submissionId: openings.submissionId, mailed: openings.mailed })
    .from(openings)
    .where(and(eq(openings.hash, hash), gt(openings.expiresAt, now)));
  return row;
}

/** Says whether it was still open. */
export async function extendOpening(db: Db, hash: string, now: Date, expiresAt: Date): Promise<boolean> {
  const extended = await db
    .update(openings)
    .set({ expiresAt })
    .where(and(eq(openings.hash, hash), gt(openings.expiresAt, now)))
    .returning({ hash: openings.hash });
  return extended.length === 1;
}

export async function removeOpening(db: Db, hash: string): Promise<void> {
  await db.delete(openings).where(eq(openings.hash, hash));
}

/** Close a submission to everyone who can open it now, until another code is mailed. */
export async function endAccess(tx: Db, submissionId: string): Promise<void> {
  for (const table of [codes, openings]) await tx.delete(table).where(eq(table.submissionId, submissionId));
}

/** Answers how many. */
export async function removeExpiredOpenings(db: Db, now: Date): Promise<number> {
  const gone = await db
    .delete(openings)
    .where(lt(openings.expiresAt, now))
    .returning({ hash: openings.hash });
  return gone.length;
}
