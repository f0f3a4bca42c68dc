/** What blocks an address: its mailbox, its domain, or a domain above. Pure. */
import { inConflict, mailboxKey, mailDomain, type PersonKeys } from './conflicts.ts';

/** What is stored of a blocked mailbox or domain. */
export const blockKey = (address: string) =>
  address.includes('@') ? mailboxKey(address) : address.trim().toLowerCase();

/** Everything that, if it is blocked, blocks `email`: the mailbox, then its domains from the longest on. */
export function blockingKeys(email: string): string[] {
  const mailbox = mailboxKey(email);
  const labels = mailbox.slice(mailbox.lastIndexOf('@') + 1).split('.');
  return [mailbox, ...labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))];
}

/** Whether a domain is one where everybody can have a mailbox: blocking it would shut out strangers. */
export const isPublicDomain = (key: string) => !key.includes('@') && mailDomain(`x@${key}`) === undefined;

/** Whoever could not see what came from an address has no say about the address either, and does not read of it. */
export function isTiedTo(person: PersonKeys, key: string): boolean {
  const mailbox = key.includes('@') ? key : '';
  const domain = mailDomain(key.includes('@') ? key : `x@${key}`);
  return inConflict(person, { organization: '', domain, mailbox }, false);
}
