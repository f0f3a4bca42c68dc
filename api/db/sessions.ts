/** Open sessions and passkeys, each seen and ended by their own person only. */
import { and, asc, desc, eq, gt, lt, ne } from 'drizzle-orm';
import type { Db } from './client.ts';
import { passkeys, sessions } from './tables.ts';

/** More than anybody has; older ones end by themselves within hours. */
const AT_MOST = 100;

export async function listSessions(db: Db, personId: string, now: Date) {
  return db
    .select({
      id: sessions.id,
      began: sessions.createdAt,
      lastUsed: sessions.updatedAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, personId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.updatedAt))
    .limit(AT_MOST);
}

/** Answers whether it was theirs. */
export async function endSession(db: Db, personId: string, id: string): Promise<boolean> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, personId)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

export async function endOtherSessions(db: Db, personId: string, keptId: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, personId), ne(sessions.id, keptId)));
}

/** Remember that a second factor was shown. */
export async function markProven(db: Db, id: string, at: Date): Promise<void> {
  await db.update(sessions).set({ provenAt: at }).where(eq(sessions.id, id));
}

/** Remember that a session is in use, unless that was remembered after `since`. */
export async function markUsed(db: Db, id: string, at: Date, since: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ updatedAt: at })
    .where(and(eq(sessions.id, id), lt(sessions.updatedAt, since)));
}

export async function listPasskeys(db: Db, personId: string) {
  return db
    .select({ id: passkeys.id, name: passkeys.name, addedAt: passkeys.createdAt })
    .from(passkeys)
    .where(eq(passkeys.userId, personId))
    .orderBy(asc(passkeys.createdAt))
    .limit(AT_MOST);
}

/** Answers whether it was theirs. */
export async function removePasskey(db: Db, personId: string, id: string): Promise<boolean> {
  const removed = await db
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.userId, personId)))
    .returning({ id: passkeys.id });
  return removed.length > 0;
}
