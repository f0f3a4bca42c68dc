/**
 * Mailboxes of whoever runs this site: the names that RFC 2142 reserves, at the host of PUBLIC_URL.
 * An operator provides the two mailboxes; nothing else needs to be set.
 */
export const securityMailbox = (site: URL) => `security@${site.hostname}`;
export const supportMailbox = (site: URL) => `support@${site.hostname}`;
