/** A person leaves the desk: their name stays on past decisions, nothing lets them in any more, and nobody waits for them. */

import { unassignFromAll } from '#api/db/assignments.ts';
import { markLeft, type Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { notFound } from '#api/errors.ts';
import { changeDesk } from './change-desk.ts';
import { refuseDeskWithout, refuseUnlessAdmin } from './change-roles.ts';

export async function removePerson(
  deps: Pick<Deps, 'db' | 'jobs' | 'now'>,
  admin: Person,
  personId: string,
): Promise<void> {
  refuseUnlessAdmin(admin);
  await changeDesk(deps, async (tx) => {
    if (!(await markLeft(tx, personId, deps.now()))) throw notFound();
    await unassignFromAll(tx, personId);
    await refuseDeskWithout(tx, ['editor', 'admin']);
  });
}
