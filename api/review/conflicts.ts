/**
 * Conflicts of interest, computed from keys: of organizations, of mail domains and of mailboxes. Pure.
 * The predicate in `api/db/` compares the same keys in SQL; change both or neither.
 */

import { type Content, isLesson, isOffering } from '#schemas/submission.ts';
import { PUBLIC_MAIL_DOMAINS } from './public-mail.ts';

/** What a person is bound to. Their own address counts as a tie. */
export type PersonKeys = { organizations: readonly string[]; domains: readonly string[]; mailbox: string };
/**
 * Where a submission comes from, and whom it names. An empty organization and an absent domain tie nobody.
 * `vendor`: whose product an offering is, or whose lesson a lesson says it is; the sender may be of another organization.
 */
export type SourceKeys = {
  organization: string;
  vendor?: string | undefined;
  domain: string | undefined;
  mailbox: string;
};

/** Words for legal forms, which people leave out or abbreviate as they like. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  `
  inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh mbh ag kg kgaa ug ev eg se
  sa sas sarl srl spa sl bv nv oy oyj ab asa aps pty pte kk sro zrt doo holding holdings group
`
    .trim()
    .split(/\s+/),
);
const NOBODY: ReadonlySet<string> = new Set([
  '',
  'none',
  'no',
  'na',
  'myself',
  'self',
  'private',
  'individual',
]);

/** Write the name of an organization the way it is compared: plain lower-case words without its legal form. */
export function normaliseOrganization(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    // “S.A.” and “N/A” are one word each.
    .replace(/(?<=\p{Letter})[./'’](?=\p{Letter})/gu, '')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '' && word !== 'the');
  const core = words.filter((word) => !LEGAL_FORMS.has(word));
  return (core.length > 0 ? core : words).join(' ');
}

/** The key by which organizations are compared; empty for someone who writes for nobody, which ties nobody. */
export function organizationKey(name: string): string {
  const key = normaliseOrganization(name).replaceAll(' ', '');
  return NOBODY.has(key) ? '' : key;
}

/** The organization that a text names as its own, or nothing: see `vendor` above. */
export function namedIn(content: Content): string {
  if (isOffering(content)) return content.vendor;
  return isLesson(content) && content.organization.attribution === 'named' ? content.organization.name : '';
}

/** The key of that organization, by which conflicts are computed. */
export const namedKey = (content: Content): string | null => organizationKey(namedIn(content)) || null;

/** The domain of an e-mail address, by which its organization is known; nothing for a public mail provider. */
export function mailDomain(email: string): string | undefined {
  const domain = domainKey(email.slice(email.lastIndexOf('@') + 1));
  return domain === '' || PUBLIC_MAIL_DOMAINS.has(domain) ? undefined : domain;
}

const domainKey = (domain: string) => domain.normalize('NFC').trim().toLowerCase().replace(/\.+$/, '');

/** The mailbox behind an e-mail address, without case and without a `+tag`. */
export function mailboxKey(email: string): string {
  const at = email.lastIndexOf('@');
  const name = email.slice(0, Math.max(at, 0)).trim().toLowerCase();
  return `${name.replace(/\+.*$/, '')}@${domainKey(email.slice(at + 1))}`;
}

export function personKeys(person: {
  email: string;
  ties: readonly { organization: string; domain?: string | undefined }[];
}): PersonKeys {
  const tied = person.ties.flatMap(({ domain }) => (domain === undefined ? [] : [domain]));
  return {
    organizations: person.ties.map(({ organization }) => organizationKey(organization)).filter(Boolean),
    domains: [person.email, ...tied].map(mailDomain).filter((domain) => domain !== undefined),
    mailbox: mailboxKey(person.email),
  };
}

export const sourceKeys = (source: {
  organization: string;
  email: string;
  vendor?: string | undefined;
}): SourceKeys => ({
  organization: organizationKey(source.organization),
  ...(source.vendor !== undefined && { vendor: organizationKey(source.vendor) }),
  domain: mailDomain(source.email),
  mailbox: mailboxKey(source.email),
});

/** Neither organization nor mail domain tells where a submission comes from: an assignee attests before reading it. */
export const isOfUnknownSource = ({ organization, vendor = '', domain }: SourceKeys) =>
  organization === '' && vendor === '' && domain === undefined;

/** The same domain, or one inside the other: `mail.example.org` and `example.org`. */
const domainsTie = (one: string, other: string) =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

/** Say whether a submission must stay hidden from a person. `declared`: they declared it themselves, for this submission. */
export function inConflict(person: PersonKeys, source: SourceKeys, declared: boolean): boolean {
  const { organization, vendor = '', domain, mailbox } = source;
  if (declared || person.mailbox === mailbox) return true;
  if ([organization, vendor].some((key) => key !== '' && person.organizations.includes(key))) return true;
  return domain !== undefined && person.domains.some((tie) => domainsTie(tie, domain));
}
