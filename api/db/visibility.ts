/**
 * Who may see a submission: one predicate, in every query that lists, counts, searches, exports or notifies.
 * Hidden and absent are the same thing to the one who asks.
 */
import { and, eq, exists, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Role } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import { assignments, conflicts, contacts, people, submissions, ties } from './tables.ts';

/** Whoever asks: a person of the desk. */
export type Viewer = { id: string; roles: readonly Role[] };

/** The rows of `submissions` that `viewer` may see: by role, and without a conflict whatever the role. */
export function visibleTo(db: Db, viewer: Viewer): SQL | undefined {
  return and(isConfirmed(db), seenByRole(db, viewer), sql`not ${inConflict(db, viewer.id)}`);
}

/** Nobody at the desk sees what its submitter has not confirmed, whatever has become of it since. */
const isConfirmed = (db: Db) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(contacts)
      .where(and(eq(contacts.submissionId, submissions.id), isNotNull(contacts.confirmedAt))),
  );

/** Editors see the desk, reviewers what is assigned to them, the lab what is in the lab. `admin` alone sees nothing. */
function seenByRole(db: Db, viewer: Viewer): SQL | undefined {
  const assigned = db
    .select({ id: assignments.submissionId })
    .from(assignments)
    .where(eq(assignments.personId, viewer.id));
  const ways = [
    ...(viewer.roles.includes('editor') ? [sql`true`] : []),
    ...(viewer.roles.includes('reviewer') ? [inArray(submissions.id, assigned)] : []),
    ...(viewer.roles.includes('lab') ? [eq(submissions.state, 'in_lab')] : []),
  ];
  return or(...ways, sql`false`);
}

/**
 * Whether the person whose id is `personId` (a value or a column) has a declared or computed conflict with the row of
 * `submissions`. The same rule as `inConflict` in api/review/conflicts.ts, on the keys that were stored.
 */
export function inConflict(db: Db, personId: string | typeof people.id): SQL {
  const declared = db
    .select({ one: sql`1` })
    .from(conflicts)
    .where(and(eq(conflicts.submissionId, submissions.id), eq(conflicts.personId, personId)));
  const tied = db
    .select({ one: sql`1` })
    .from(contacts)
    .innerJoin(ties, eq(ties.personId, personId))
    .where(
      and(eq(contacts.submissionId, submissions.id), or(sameOrganization, domainsTie(sql`${ties.domain}`))),
    );
  const oneself = db
    .select({ one: sql`1` })
    .from(contacts)
    .innerJoin(self, eq(self.id, personId))
    .where(
      and(
        eq(contacts.submissionId, submissions.id),
        or(eq(mailboxOfSelf, contacts.mailbox), domainsTie(domainOfSelf)),
      ),
    );
  return sql`(exists (${declared}) or exists (${tied}) or exists (${oneself}))`;
}

const self = alias(people, 'self');
/** `mailboxKey` in SQL. */
export const mailboxOf = (email: typeof people.email | typeof self.email): SQL =>
  sql`regexp_replace(lower(${email}), '[+][^@]*@', '@')`;
const mailboxOfSelf = mailboxOf(self.email);
const domainOfSelf = sql`split_part(lower(${self.email}), '@', 2)`;
const sameOrganization = and(
  ne(ties.organizationKey, ''),
  or(eq(ties.organizationKey, contacts.organizationKey), eq(ties.organizationKey, contacts.vendorKey)),
);
/** The same domain, or one inside the other. `contacts.mail_domain` is absent for public mail providers. */
const domainsTie = (domain: SQL) =>
  sql`(${domain} = ${contacts.mailDomain} or ${domain} like '%.' || ${contacts.mailDomain} or ${contacts.mailDomain} like '%.' || ${domain})`;
