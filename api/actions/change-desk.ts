/** What comes with every change of who is at the desk and of what ties them. */
import type { Db } from '#api/db/client.ts';
import { queueLetter } from '#api/db/letters.ts';
import { lockPeople } from '#api/db/people.ts';
import { listUntended } from '#api/db/untended.ts';
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';

/**
 * Do `change` while nobody else changes the desk. Where it leaves a submission that waits to editors who are all in conflict
 * with it, the escalation address hears of that, as it does of one that arrives so.
 */
export async function changeDesk(
  { db, jobs, now }: Pick<Deps, 'db' | 'jobs' | 'now'>,
  change: (tx: Db) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockPeople(tx);
    const before = new Set(await listUntended(tx));
    await change(tx);
    if ((await listUntended(tx)).every((id) => before.has(id))) return;
    const letter = compose('independent_editor_needed', undefined, {});
    await queueLetter(tx, jobs, null, { ...letter, to: 'escalation' }, now());
  });
}
