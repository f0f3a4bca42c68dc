/** How contacts change: an address is corrected, or all of it is erased. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { conflicts, contacts, people } from './tables.ts';
import { mailboxOf } from './visibility.ts';

/** Put another address, with its keys, in the place of one that nobody has confirmed. */
export async function readdressContact(
  tx: Db,
  submissionId: string,
  address: Pick<typeof contacts.$inferSelect, 'email' | 'mailDomain' | 'mailbox'>,
): Promise<void> {
  await tx.update(contacts).set(address).where(eq(contacts.submissionId, submissionId));
}

/**
 * Erase name, addresses and organization; the keys of organization and domain stay, which keep people in conflict away and
 * reach nobody. The mailbox goes, so whoever of the desk it was is in conflict by a row from now on. Says whether there was
 * anything to erase.
 */
export async function eraseContact(tx: Db, submissionId: string, at: Date): Promise<boolean> {
  const oneself = tx
    .select({
      submissionId: contacts.submissionId,
      personId: people.id,
      declaredAt: sql`${at.toISOString()}::timestamptz`.as('at'),
    })
    .from(contacts)
    .innerJoin(people, eq(mailboxOf(people.email), contacts.mailbox))
    .where(eq(contacts.submissionId, submissionId));
  await tx.insert(conflicts).select(oneself).onConflictDoNothing();
  const erased = await tx
    .update(contacts)
    .set({ name: '', email: '', organization: '', mailbox: '', labName: null, labEmail: null, erasedAt: at })
    .where(and(eq(contacts.submissionId, submissionId), isNull(contacts.erasedAt)))
    .returning({ submissionId: contacts.submissionId });
  return erased.length === 1;
}
