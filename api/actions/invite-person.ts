/** Bring a person to the desk: they exist from now on, and a letter lets them choose a password. */

import type { Db } from '#api/db/client.ts';
import { queueLetter } from '#api/db/letters.ts';
import { addPerson, findPerson, findPersonByEmail, lockPeople, type Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { compose } from '#api/letters/wording.ts';
import { refusedRole } from '#api/review/granting.ts';
import type { Invitation } from '#schemas/people.ts';
import type { Role } from '#schemas/workflow.ts';

type Needs = Pick<Deps, 'db' | 'jobs' | 'newId' | 'now'>;

/** Add a person and queue their letter. Somebody who left comes back under the same id. Answers the id. */
export async function invitePerson(deps: Needs, inviter: Person, invitation: Invitation): Promise<string> {
  refuseGrant(inviter, undefined, invitation.roles);
  return deps.db.transaction(async (tx) => {
    await lockPeople(tx);
    const id = await addPerson(tx, { id: deps.newId(), ...invitation, at: deps.now() });
    if (!id)
      throw new AppError('conflict', 'Somebody with this address is at the desk already.', {
        issues: [{ path: 'email', message: 'Enter the address of somebody who is not at the desk yet' }],
      });
    await tell(deps, tx, id, invitation.name);
    return id;
  });
}

/** Send an invitation again, by somebody who could have sent the first one: its link has ended or was lost. */
export async function inviteAgain(deps: Needs, inviter: Person, personId: string): Promise<void> {
  const person = await findPerson(deps.db, personId);
  if (!person) throw notFound();
  refuseGrant(inviter, personId, person.roles);
  await deps.db.transaction((tx) => tell(deps, tx, person.id, person.name));
}

/** Mail a link to choose a new password to somebody who asks for it. Answers nothing, whoever has that address. */
export async function mailPasswordLink(deps: Needs, email: string): Promise<void> {
  const person = await findPersonByEmail(deps.db, email);
  if (!person) return;
  await deps.db.transaction((tx) =>
    queueLetter(
      tx,
      deps.jobs,
      null,
      { ...compose('password_link', undefined, {}), to: { personId: person.id } },
      deps.now(),
    ),
  );
}

/** Throw `forbidden` where `giver` may not give all of `roles` to `receiverId` (undefined: somebody new). */
export function refuseGrant(giver: Person, receiverId: string | undefined, roles: readonly Role[]): void {
  const refused = refusedRole(giver, receiverId, roles);
  if (!refused) return;
  const message =
    giver.id === receiverId
      ? 'Nobody gives a role to themselves. Ask another admin.'
      : `You may not let somebody in as ${refused}. Ask an admin.`;
  throw new AppError('forbidden', message);
}

const tell = (deps: Needs, tx: Db, personId: string, name: string) =>
  queueLetter(
    tx,
    deps.jobs,
    null,
    { ...compose('invitation', undefined, { name }), to: { personId } },
    deps.now(),
  );
