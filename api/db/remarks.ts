/** What people of the desk say of a submission outside of a decision. Nothing changes or removes a remark. */
import { asc, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { people, remarks } from './tables.ts';

export async function addRemark(tx: Db, row: typeof remarks.$inferInsert): Promise<void> {
  await tx.insert(remarks).values(row);
}

/** Oldest first. */
export async function listRemarks(db: Db, submissionId: string) {
  return db
    .select({
      id: remarks.id,
      personId: remarks.personId,
      person: people.name,
      writer: remarks.writer,
      audience: remarks.audience,
      revision: remarks.revision,
      text: remarks.text,
      at: remarks.at,
    })
    .from(remarks)
    .innerJoin(people, eq(people.id, remarks.personId))
    .where(eq(remarks.submissionId, submissionId))
    .orderBy(asc(remarks.at))
    .limit(500);
}
