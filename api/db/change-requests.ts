/** What the reviewers ask a submitter to change, numbered, with its answers. */
import { and, asc, eq, inArray, isNull, max } from 'drizzle-orm';
import type { Db } from './client.ts';
import { changeRequests } from './tables.ts';

/** The highest number of a request, by submission; absent where nothing was asked yet. */
export async function lastRequestNumbers(
  db: Db,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ id: changeRequests.submissionId, number: max(changeRequests.number) })
    .from(changeRequests)
    .where(inArray(changeRequests.submissionId, [...submissionIds]))
    .groupBy(changeRequests.submissionId);
  return new Map(rows.map(({ id, number }) => [id, number ?? 0]));
}

/** Add numbered requests, going on where the last one stopped. Answers them as they were stored. */
export async function addRequests(
  tx: Db,
  submissionId: string,
  askedOn: number,
  requests: readonly string[],
  at: Date,
) {
  const first = ((await lastRequestNumbers(tx, [submissionId])).get(submissionId) ?? 0) + 1;
  const rows = requests.map((request, index) => ({
    submissionId,
    number: first + index,
    request,
    askedOn,
    createdAt: at,
  }));
  return tx.insert(changeRequests).values(rows).returning();
}

export async function listRequests(db: Db, submissionId: string) {
  return db
    .select()
    .from(changeRequests)
    .where(eq(changeRequests.submissionId, submissionId))
    .orderBy(asc(changeRequests.number))
    .limit(500);
}

/** Store the answers to open requests. An answer to a request that is not open changes nothing. */
export async function answerRequests(
  tx: Db,
  submissionId: string,
  answers: readonly { number: number; answer: string }[],
  at: Date,
): Promise<void> {
  for (const { number, answer } of answers)
    await tx
      .update(changeRequests)
      .set({ answer, answeredAt: at })
      .where(
        and(
          eq(changeRequests.submissionId, submissionId),
          eq(changeRequests.number, number),
          isNull(changeRequests.answer),
        ),
      );
}
