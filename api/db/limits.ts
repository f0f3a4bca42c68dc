/** Counts of attempts that all processes share. Their keys tell nobody who it was. */
import { eq, lt, lte, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { limits } from './tables.ts';

/** One attempt, in the window of so many seconds that the first attempt of its key begins. */
export type Attempt = { key: string; seconds: number };
/** Which attempt of its key it was, from 1, and when the window ends. */
export type Counted = { number: number; ends: Date };

/** Count attempts, all of them by one statement. Answers one count for each, in their order. */
export async function countAttempts(db: Db, attempts: readonly Attempt[], now: Date): Promise<Counted[]> {
  const added = new Map<string, { key: string; points: number; expire: Date }>();
  const places = attempts.map(({ key, seconds }) => {
    const row = added.get(key) ?? { key, points: 0, expire: new Date(now.getTime() + seconds * 1000) };
    row.points += 1;
    added.set(key, row);
    return { key, place: row.points };
  });
  // In one order everywhere: two processes that lock the same rows must not wait for each other.
  const rows = [...added.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const over = lte(limits.expire, now);
  const stored = await db
    .insert(limits)
    .values(rows)
    .onConflictDoUpdate({
      target: limits.key,
      set: {
        points: sql`case when ${over} then excluded.points else ${limits.points} + excluded.points end`,
        expire: sql`case when ${over} then excluded.expire else ${limits.expire} end`,
      },
    })
    .returning();
  const totals = new Map(stored.map((row) => [row.key, row]));
  return places.map(({ key, place }) => {
    const { points = 0, expire = null } = totals.get(key) ?? {};
    return { number: points - (added.get(key)?.points ?? 0) + place, ends: expire ?? now };
  });
}

export async function removeCount(db: Db, key: string): Promise<void> {
  await db.delete(limits).where(eq(limits.key, key));
}

/** Delete counts whose window ended. Answers how many. */
export async function removeEndedCounts(db: Db, now: Date): Promise<number> {
  const gone = await db.delete(limits).where(lt(limits.expire, now)).returning({ key: limits.key });
  return gone.length;
}
