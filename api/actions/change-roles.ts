/** Change what a person may do at the desk. Admins only, and never to give oneself more. */

import { unassignFromAll } from '#api/db/assignments.ts';
import type { Db } from '#api/db/client.ts';
import { findPerson, isHeld, type Person, setRoles } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { REVIEWING_ROLES } from '#api/review/desk-size.ts';
import type { Role } from '#schemas/workflow.ts';
import { changeDesk } from './change-desk.ts';
import { refuseGrant } from './invite-person.ts';

export async function changeRoles(
  deps: Pick<Deps, 'db' | 'jobs' | 'now'>,
  admin: Person,
  personId: string,
  roles: Role[],
): Promise<void> {
  refuseUnlessAdmin(admin);
  await changeDesk(deps, async (tx) => {
    const person = await findPerson(tx, personId);
    if (!person) throw notFound();
    const added = roles.filter((role) => !person.roles.includes(role));
    refuseGrant(admin, personId, added);
    await setRoles(tx, personId, roles, deps.now());
    if (!REVIEWING_ROLES.some((role) => roles.includes(role))) await unassignFromAll(tx, personId);
    await refuseDeskWithout(tx, ['editor', 'admin']);
  });
}

export function refuseUnlessAdmin(person: Person): void {
  if (!person.roles.includes('admin')) throw new AppError('forbidden', 'Only an admin may do this. Ask one.');
}

/** Throw `conflict`, and so undo the transaction, where it would leave one of `roles` to nobody. */
export async function refuseDeskWithout(tx: Db, roles: readonly Role[]): Promise<void> {
  for (const role of roles) {
    if (await isHeld(tx, role)) continue;
    throw new AppError('conflict', `The desk would have no ${role}. Give that role to somebody else first.`);
  }
}
