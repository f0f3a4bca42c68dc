/** A person leaves the desk: their name stays on past decisions, and nothing lets them in any more. */
import { lockPeople, markLeft, type Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { notFound } from '#api/errors.ts';
import { refuseDeskWithout, refuseUnlessAdmin } from './change-roles.ts';

export async function removePerson(
  deps: Pick<Deps, 'db' | 'now'>,
  admin: Person,
  personId: string,
): Promise<void> {
  refuseUnlessAdmin(admin);
  await deps.db.transaction(async (tx) => {
    await lockPeople(tx);
    if (!(await markLeft(tx, personId, deps.now()))) throw notFound();
    await refuseDeskWithout(tx, ['editor', 'admin']);
  });
}
