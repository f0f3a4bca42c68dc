/** An editor reads who submitted something, and who answers the lab. Each read is on the record. */
import type { Db } from '#api/db/client.ts';
import { appendEvent } from '#api/db/events.ts';
import type { Person } from '#api/db/people.ts';
import { findContact } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import type { DeskContact } from '#schemas/desk.ts';
import { lockVisible } from './lock-visible.ts';
import { onlyEditors } from './only-editors.ts';

export async function readContact({ db, now }: Deps, person: Person, id: string): Promise<DeskContact> {
  return db.transaction(async (tx) => {
    const contact = await findReadable(tx, person, id, now());
    if (!contact)
      throw new AppError('conflict', 'The contact was erased. Nobody can write to the submitter any more.');
    return contact;
  });
}

/** The one door to a contact: it leaves the event. `undefined` where it was erased; refuses what the person must not see. */
export async function findReadable(
  tx: Db,
  person: Person,
  id: string,
  at: Date,
): Promise<DeskContact | undefined> {
  await lockVisible(tx, person, id);
  onlyEditors(person, 'read contacts');
  const contact = await findContact(tx, id);
  if (!contact) throw notFound();
  if (contact.erasedAt) return undefined;
  await appendEvent(tx, id, { type: 'read_contact', actor: 'editor', personId: person.id, payload: {} }, at);
  const { name, email, organization, labName, labEmail } = contact;
  return {
    name,
    email,
    organization,
    ...(labName && labEmail && { lab: { name: labName, email: labEmail } }),
  };
}
