/**
 * Who may see a submission: one predicate, in every query that lists, counts, searches, exports or notifies.
 * Hidden and absent are the same thing to the one who asks.
 */
import { and, eq, isNotNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Role } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import { assignments, attestations, conflicts, contacts, people, submissions, ties } from './tables.ts';

/** Whoever asks: a person of the desk. */
export type Viewer = { id: string; roles: readonly Role[] };

/** The rows of `submissions` that `viewer` may see: by role, and without a conflict whatever the role. */
export function visibleTo(db: Db, viewer: Viewer): SQL | undefined {
  return and(seenByRole(db, viewer), sql`not ${inConflict(db, viewer.id)}`);
}

/** Nobody at the desk sees what its submitter has not confirmed, whatever has become of it since. */
const isAtDesk = isNotNull(submissions.atDeskSince);

/** Editors see the desk, reviewers what is assigned to them, the lab what is in the lab. `admin` alone sees nothing. */
function seenByRole(db: Db, viewer: Viewer): SQL | undefined {
  if (viewer.roles.includes('editor')) return isAtDesk;
  const ways = [
    ...(viewer.roles.includes('reviewer') ? [isOpenedTo(db, viewer.id)] : []),
    ...(viewer.roles.includes('lab') ? [eq(submissions.state, 'in_lab')] : []),
  ];
  return and(isAtDesk, or(...ways, sql`false`));
}

/** Whether a person was asked to review the row of `submissions`. */
export const isAssignedTo = (db: Db, personId: string): SQL =>
  among(
    db.select({ id: assignments.submissionId }).from(assignments).where(eq(assignments.personId, personId)),
  );

/** The opposite of `isOfUnknownSource` in api/review/conflicts.ts, of a row of `contacts`. */
export const sourceIsKnown: SQL = sql`(${contacts.organizationKey} <> '' or ${contacts.mailDomain} is not null or coalesce(${contacts.vendorKey}, '') <> '')`;

/** Of a source that nobody can name, an assignee reads nothing before they have said that nothing ties them to it. */
const isOpenedTo = (db: Db, personId: string): SQL =>
  among(
    db
      .select({ id: assignments.submissionId })
      .from(assignments)
      .innerJoin(contacts, eq(contacts.submissionId, assignments.submissionId))
      .leftJoin(
        attestations,
        and(eq(attestations.submissionId, assignments.submissionId), eq(attestations.personId, personId)),
      )
      .where(and(eq(assignments.personId, personId), or(sourceIsKnown, isNotNull(attestations.personId)))),
  );

/**
 * Whether the person whose id is `personId` (a value or a column) has a declared or computed conflict with the row of
 * `submissions`. The same rule as `inConflict` in api/review/conflicts.ts, on the keys that were stored.
 */
export function inConflict(db: Db, personId: string | typeof people.id): SQL {
  const declared = db
    .select({ id: conflicts.submissionId })
    .from(conflicts)
    .where(eq(conflicts.personId, personId));
  const organizations = list(sql`select ${ties.organizationKey} from ${ties}
    where ${ties.personId} = ${personId} and ${ties.organizationKey} <> ''`);
  const oneself = sql`(select ${mailboxOf(self.email)} from ${people} as self where ${self.id} = ${personId})`;
  const domains = domainsOf(personId);
  const source = db
    .select({ id: contacts.submissionId })
    .from(contacts)
    .where(
      or(
        sql`${contacts.organizationKey} = any(${organizations})`,
        sql`${contacts.vendorKey} = any(${organizations})`,
        sql`${contacts.mailDomain} = any(${list(sql`select ${withParents(sql`domain`)} from (${domains}) as own(domain)`)})`,
        sql`${contacts.mailbox} = ${oneself}`,
      ),
    );
  const within = sql`select ${contacts.submissionId} from (${domains}) as own(domain) join ${contacts}
    on ${backwards(contacts.mailDomain)} > ${backwards(sql`domain`)} || '.' and ${backwards(contacts.mailDomain)} < ${backwards(sql`domain`)} || '/'`;
  return among(sql`${declared} union all ${source} union all ${within}`);
}

// As arrays, since they are then made once a statement and not once a row, and small ones lead to their rows by index.
const list = (query: SQL | SQLWrapper) => sql`array(${query})`;
/** That the row of `submissions` is one of these, which are looked for once a statement. */
export const among = (query: SQL | SQLWrapper) => sql`${submissions.id} = any(${list(query)})`;

const self = alias(people, 'self');
/** `mailboxKey` in SQL. */
export const mailboxOf = (email: typeof people.email | typeof self.email): SQL =>
  sql`regexp_replace(lower(${email}), '[+][^@]*@', '@')`;

/** The domains of a person: of their own address, and of their ties. */
const domainsOf = (personId: string | typeof people.id) => sql`
  select split_part(lower(${self.email}), '@', 2) from ${people} as self where ${self.id} = ${personId}
  union all select ${ties.domain} from ${ties} where ${ties.personId} = ${personId} and ${ties.domain} is not null`;
/** A domain, and every one that it is inside of: one row each. */
const withParents = (domain: SQL) =>
  sql`array_to_string((string_to_array(${domain}, '.'))[generate_series(1, array_length(string_to_array(${domain}, '.'), 1)):], '.')`;
/** Domains inside another are one range of these, between its `.` and the next character: see the index of `contacts`. */
const backwards = (domain: SQL | typeof contacts.mailDomain) => sql`reverse(${domain}) collate "C"`;
