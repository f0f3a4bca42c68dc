import { expect } from 'vitest';
import { changeRoles } from '#api/actions/change-roles.ts';
import { invitePerson } from '#api/actions/invite-person.ts';
import { removePerson } from '#api/actions/remove-person.ts';
import type { Db } from '#api/db/client.ts';
import { addPerson, findPerson, type Person } from '#api/db/people.ts';
import { letters, people } from '#api/db/tables.ts';
import type { Role } from '#schemas/workflow.ts';
import { test } from '#test/support/database.ts';

const at = new Date('2026-11-30T12:00:00Z');
const now = () => at;
const newId = () => crypto.randomUUID();

async function stored(db: Db, name: string, roles: Role[]): Promise<Person> {
  const id = await addPerson(db, { id: newId(), name, email: `${name}@example.org`, roles, at });
  const person = id && (await findPerson(db, id));
  if (!person) throw new Error(`${name} is there already`);
  return person;
}

test('nobody gives a role to themselves, not even an admin', async ({ db, jobs }) => {
  const admin = await stored(db, 'ada', ['admin']);
  await stored(db, 'eve', ['editor']);

  const attempt = changeRoles({ db, jobs, now }, admin, admin.id, ['admin', 'editor']);

  await expect(attempt).rejects.toMatchObject({ code: 'forbidden', message: /themselves/ });
  expect(await findPerson(db, admin.id)).toEqual(admin);
});

test('an admin may put a role down, but not the last of it', async ({ db, jobs }) => {
  const admin = await stored(db, 'ada', ['admin', 'editor', 'lab']);

  await changeRoles({ db, jobs, now }, admin, admin.id, ['admin', 'editor']);

  const last = changeRoles({ db, jobs, now }, admin, admin.id, ['admin']);
  await expect(last).rejects.toMatchObject({ code: 'conflict', message: /no editor/ });
  expect((await findPerson(db, admin.id))?.roles).toEqual(['admin', 'editor']);
});

test('only an admin changes roles or lets somebody go', async ({ db, jobs }) => {
  await stored(db, 'ada', ['admin']);
  const editor = await stored(db, 'eve', ['editor', 'reviewer', 'lab']);
  const reviewer = await stored(db, 'rea', ['reviewer']);

  const refused = { code: 'forbidden' };
  await expect(changeRoles({ db, jobs, now }, editor, reviewer.id, ['lab'])).rejects.toMatchObject(refused);
  await expect(removePerson({ db, jobs, now }, editor, reviewer.id)).rejects.toMatchObject(refused);
});

test('two admins who let each other go at once leave one of them', async ({ db, jobs }) => {
  const ada = await stored(db, 'ada', ['admin', 'editor']);
  const eve = await stored(db, 'eve', ['admin', 'editor']);

  const attempts = await Promise.allSettled([
    removePerson({ db, jobs, now }, ada, eve.id),
    removePerson({ db, jobs, now }, eve, ada.id),
  ]);

  expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('somebody who left cannot be let go again', async ({ db, jobs }) => {
  const admin = await stored(db, 'ada', ['admin', 'editor']);
  const reviewer = await stored(db, 'rea', ['reviewer']);
  await removePerson({ db, jobs, now }, admin, reviewer.id);

  const again = removePerson({ db, jobs, now }, admin, reviewer.id);

  await expect(again).rejects.toMatchObject({ code: 'not_found' });
});

test('an invitation that is refused leaves neither a person nor a letter', async ({ db, jobs }) => {
  const editor = await stored(db, 'eve', ['editor']);
  const wanted = { name: 'Max', email: 'max@example.org', roles: ['reviewer', 'admin'] satisfies Role[] };

  const attempt = invitePerson({ db, jobs, newId, now }, editor, wanted);

  await expect(attempt).rejects.toMatchObject({ code: 'forbidden', message: /as admin/ });
  expect([await db.$count(people), await db.$count(letters)]).toEqual([1, 0]);
});
