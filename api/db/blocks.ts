/** Blocked addresses. */
import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from './client.ts';
import { blocks, people } from './tables.ts';

const lifter = alias(people, 'lifter');

/** Whether one of these keys is blocked now. */
export async function isBlocked(db: Db, keys: readonly string[]): Promise<boolean> {
  const [row] = await db
    .select({ id: blocks.id })
    .from(blocks)
    .where(and(inArray(blocks.address, [...keys]), isNull(blocks.liftedAt)))
    .limit(1);
  return row !== undefined;
}

/** With the names of who blocked and who lifted, the newest first. */
export async function listBlocks(db: Db, limit: number) {
  return db
    .select({ block: blocks, by: people.name, liftedBy: lifter.name })
    .from(blocks)
    .innerJoin(people, eq(people.id, blocks.blockedBy))
    .leftJoin(lifter, eq(lifter.id, blocks.liftedBy))
    .orderBy(desc(blocks.blockedAt), desc(blocks.id))
    .limit(limit);
}

type NewRow = Pick<typeof blocks.$inferInsert, 'id' | 'address' | 'reason' | 'blockedBy' | 'blockedAt'>;

/** Says whether it is new: `false` where the address is blocked already. */
export async function addBlock(tx: Db, row: NewRow): Promise<boolean> {
  const added = await tx.insert(blocks).values(row).onConflictDoNothing().returning({ id: blocks.id });
  return added.length === 1;
}

export async function findBlockInForce(db: Db, id: string) {
  const [row] = await db
    .select()
    .from(blocks)
    .where(and(eq(blocks.id, id), isNull(blocks.liftedAt)));
  return row;
}

/** Says whether it was in force until now. */
export async function liftBlock(
  tx: Db,
  id: string,
  lifted: { liftedReason: string; liftedBy: string; liftedAt: Date },
): Promise<boolean> {
  const done = await tx
    .update(blocks)
    .set(lifted)
    .where(and(eq(blocks.id, id), isNull(blocks.liftedAt)))
    .returning({ id: blocks.id });
  return done.length === 1;
}

/** Forget blocks that were lifted before `before`. Answers how many. */
export async function removeLiftedBlocks(db: Db, before: Date): Promise<number> {
  const gone = await db.delete(blocks).where(lt(blocks.liftedAt, before)).returning({ id: blocks.id });
  return gone.length;
}
