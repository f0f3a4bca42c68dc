/**
 * All tables. What a row promises is promised by the database too: not null, unique, foreign keys, checks.
 * Personal data of submitters is in `contacts` alone; secrets are stored as hashes alone.
 */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { PublishedCase } from '#schemas/published.ts';
import type { LessonContent, Receipt } from '#schemas/submission.ts';
import { SUBMISSION_KINDS } from '#schemas/vocabulary.ts';
import {
  ACTOR_KINDS,
  LETTER_KINDS,
  LIVES,
  REASON_CODES,
  ROLES,
  STATES,
  TIES,
  VERDICTS,
} from '#schemas/workflow.ts';

const when = () => timestamp({ withTimezone: true });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const stamps = { createdAt: when().notNull().defaultNow(), updatedAt: when().notNull().defaultNow() };
const ofPerson = () =>
  text()
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' });
const ofSubmission = () =>
  uuid()
    .notNull()
    .references(() => submissions.id, { onDelete: 'cascade' });
/** A check that a text column holds one of a list, so that the database refuses what the schema would. */
const oneOf = (name: string, column: string, list: readonly string[]) =>
  check(name, sql.raw(`${column} in (${list.map((word) => `'${word}'`).join(', ')})`));

// ---- people and sign-in (the columns that better-auth asks for, under our names)

export const people = pgTable('people', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  roles: text({ enum: ROLES }).array().notNull(),
  twoFactorEnabled: boolean().default(false),
  /** Somebody who left keeps their name on past decisions and can no longer sign in. */
  leftAt: when(),
  ...stamps,
});

export const ties = pgTable(
  'ties',
  {
    personId: ofPerson(),
    tie: text({ enum: TIES }).notNull(),
    organization: text().notNull(),
    /** See `organizationKey` in api/review/conflicts.ts. */
    organizationKey: text().notNull(),
    domain: text(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.organizationKey] }),
    index().on(t.domain),
    oneOf('ties_tie', 'tie', TIES),
  ],
);

export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    expiresAt: when().notNull(),
    token: text().notNull().unique(),
    ipAddress: text(),
    userAgent: text(),
    userId: ofPerson(),
    ...stamps,
  },
  (t) => [index().on(t.userId)],
);

export const accounts = pgTable(
  'accounts',
  {
    id: text().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: ofPerson(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: when(),
    refreshTokenExpiresAt: when(),
    scope: text(),
    password: text(),
    ...stamps,
  },
  (t) => [index().on(t.userId), uniqueIndex().on(t.providerId, t.accountId)],
);

export const verifications = pgTable(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: when().notNull(),
    ...stamps,
  },
  (t) => [index().on(t.identifier)],
);

export const twoFactors = pgTable(
  'two_factors',
  {
    id: text().primaryKey(),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    userId: ofPerson(),
    verified: boolean().default(true),
    failedVerificationCount: integer().default(0),
    lockedUntil: when(),
  },
  (t) => [index().on(t.userId), index().on(t.secret)],
);

export const passkeys = pgTable(
  'passkeys',
  {
    id: text().primaryKey(),
    name: text(),
    publicKey: text().notNull(),
    userId: ofPerson(),
    credentialID: text('credential_id').notNull(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    createdAt: when(),
    aaguid: text(),
  },
  (t) => [index().on(t.userId), index().on(t.credentialID)],
);

/** The names that better-auth knows its tables by. */
export const authTables = {
  user: people,
  session: sessions,
  account: accounts,
  verification: verifications,
  twoFactor: twoFactors,
  passkey: passkeys,
};

/** Counters of rate-limiter-flexible. Keys are HMACs, never addresses. */
export const limits = pgTable('limits', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: when(),
});

// ---- submissions

export const submissions = pgTable(
  'submissions',
  {
    /** Random, not ordered by time. */
    id: uuid().primaryKey(),
    /** The name used in letters, like PC-7F3K-29QX. */
    reference: text().notNull().unique(),
    kind: text({ enum: SUBMISSION_KINDS }).notNull(),
    state: text({ enum: STATES }).notNull(),
    stateSince: when().notNull(),
    /** The state to go back to when a lapsed submission is resumed. */
    lapsedFrom: text({ enum: ['draft', 'unconfirmed', 'changes_requested', 'sign_off'] }),
    /** The state that gets it back from the lab: `published` for a retest. */
    labFrom: text({ enum: ['in_review', 'published'] }),
    /** The revision under review: the newest. */
    revision: integer().notNull().default(1),
    /** How often it went through review. */
    round: integer().notNull().default(1),
    live: text({ enum: LIVES }).notNull().default('none'),
    liveVersion: integer(),
    /** Chosen at the first approval; unrelated to any id; never changes once published. */
    slug: text().unique(),
    /** The hash of the text at sign-off, and after signing of the text that may be published. */
    contentHash: text(),
    receipt: jsonb().$type<Receipt>().notNull(),
    consentVersion: text().notNull(),
    licence: text().notNull(),
    /** Reminders sent in this state. */
    reminders: integer().notNull().default(0),
    createdAt: when().notNull(),
  },
  (t) => [
    index().on(t.state, t.stateSince),
    oneOf('submissions_kind', 'kind', SUBMISSION_KINDS),
    oneOf('submissions_state', 'state', STATES),
    oneOf('submissions_live', 'live', LIVES),
    check('submissions_live_version', sql.raw(`(live = 'none') = (live_version is null)`)),
  ],
);

/** Editors only; each read is an event. */
export const contacts = pgTable(
  'contacts',
  {
    submissionId: ofSubmission().primaryKey(),
    name: text().notNull(),
    email: text().notNull(),
    organization: text().notNull(),
    organizationKey: text().notNull(),
    /** The domain of the address, absent for public mail providers: it would tie strangers to each other. */
    mailDomain: text(),
    /** See `mailboxKey` in api/review/conflicts.ts. */
    mailbox: text().notNull(),
    confirmedAt: when(),
  },
  (t) => [index().on(t.organizationKey), index().on(t.mailDomain), index().on(t.mailbox)],
);

export const revisions = pgTable(
  'revisions',
  {
    submissionId: ofSubmission(),
    number: integer().notNull(),
    round: integer().notNull(),
    content: jsonb().$type<LessonContent>().notNull(),
    /** Absent where the submitter wrote it. */
    authorId: text().references(() => people.id),
    /** A copy of the revision before, with which a round begins: nobody wrote it anew. */
    copied: boolean().notNull().default(false),
    note: text(),
    createdAt: when().notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.number] })],
);

export const assignments = pgTable(
  'assignments',
  { submissionId: ofSubmission(), personId: ofPerson(), assignedAt: when().notNull() },
  (t) => [primaryKey({ columns: [t.submissionId, t.personId] }), index().on(t.personId)],
);

/** Conflicts that a person declared. Computed ones come from `ties` and are never stored. */
export const conflicts = pgTable(
  'conflicts',
  { submissionId: ofSubmission(), personId: ofPerson(), declaredAt: when().notNull() },
  (t) => [primaryKey({ columns: [t.submissionId, t.personId] }), index().on(t.personId)],
);

export const recommendations = pgTable(
  'recommendations',
  {
    submissionId: ofSubmission(),
    revision: integer().notNull(),
    personId: ofPerson(),
    verdict: text({ enum: VERDICTS }).notNull(),
    note: text().notNull(),
    rubric: jsonb().$type<Record<string, number>>(),
    rubricVersion: text(),
    madeAt: when().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.revision, t.personId] }),
    oneOf('recommendations_verdict', 'verdict', VERDICTS),
  ],
);

export const changeRequests = pgTable(
  'change_requests',
  {
    submissionId: ofSubmission(),
    number: integer().notNull(),
    request: text().notNull(),
    askedOn: integer().notNull(),
    answer: text(),
    answeredAt: when(),
    createdAt: when().notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.number] })],
);

/** The record of the review: one chain a submission. Payload and key can be erased; the chain still verifies. */
export const events = pgTable(
  'events',
  {
    submissionId: ofSubmission(),
    seq: integer().notNull(),
    type: text().notNull(),
    actor: text({ enum: ACTOR_KINDS }).notNull(),
    month: text().notNull(),
    mac: text().notNull(),
    hash: text().notNull(),
    /** Who did it and what exactly: inside the desk only, erasable. */
    personId: text().references(() => people.id),
    payload: jsonb().$type<Record<string, unknown>>(),
    at: when().notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.seq] }), oneOf('events_actor', 'actor', ACTOR_KINDS)],
);

export const eventKeys = pgTable('event_keys', {
  submissionId: ofSubmission().primaryKey(),
  key: bytes().notNull(),
});

/** Declines, kept as data so that they can be counted and answered. */
export const declines = pgTable(
  'declines',
  {
    submissionId: ofSubmission(),
    round: integer().notNull(),
    code: text({ enum: REASON_CODES }).notNull(),
    message: text().notNull(),
    repair: text().notNull(),
    at: when().notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.round] }), oneOf('declines_code', 'code', REASON_CODES)],
);

/** Versions that were signed: what the records folder must hold. `retiredAt` leaves a tombstone. */
export const versions = pgTable(
  'versions',
  {
    submissionId: ofSubmission(),
    version: integer().notNull(),
    slug: text().notNull(),
    published: jsonb().$type<PublishedCase>().notNull(),
    /** Set when the page is up. */
    publishedAt: when(),
    /** Set when it could not be published: it is tried again by night, or after it was returned. */
    stoppedAt: when(),
    retiredAt: when(),
    retiredReason: text(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.version] }), uniqueIndex().on(t.slug, t.version)],
);

// ---- secrets and letters

/** Secret codes, as hashes. `mailed`: it went to the address and so proves that somebody reads mail there. */
export const codes = pgTable(
  'codes',
  {
    hash: text().primaryKey(),
    submissionId: ofSubmission(),
    mailed: boolean().notNull(),
    createdAt: when().notNull(),
  },
  (t) => [index().on(t.submissionId)],
);

/** What a code was exchanged for: a cookie of one hour, as a hash. */
export const openings = pgTable(
  'openings',
  {
    hash: text().primaryKey(),
    submissionId: ofSubmission(),
    mailed: boolean().notNull(),
    expiresAt: when().notNull(),
  },
  (t) => [index().on(t.submissionId)],
);

/** Letters are rows first; a job delivers them. */
export const letters = pgTable(
  'letters',
  {
    id: uuid().primaryKey(),
    submissionId: uuid().references(() => submissions.id, { onDelete: 'cascade' }),
    kind: text({ enum: LETTER_KINDS }).notNull(),
    addressee: text({ enum: ['contact', 'person', 'escalation'] }).notNull(),
    /** Who of the desk, where the addressee is a person. */
    personId: text().references(() => people.id, { onDelete: 'cascade' }),
    subject: text().notNull(),
    /** What leaves by mail: neutral, with `{link}` in place of a secret. */
    body: text().notNull(),
    /** What it is about: read behind the link only. */
    matter: text().notNull(),
    state: text({ enum: ['queued', 'sent', 'failed'] })
      .notNull()
      .default('queued'),
    attempts: integer().notNull().default(0),
    problem: text(),
    createdAt: when().notNull(),
    sentAt: when(),
  },
  (t) => [
    index().on(t.submissionId),
    index().on(t.state),
    oneOf('letters_kind', 'kind', LETTER_KINDS),
    check('letters_person', sql.raw(`(addressee = 'person') = (person_id is not null)`)),
  ],
);

/** Runs of the publisher, for the desk to look at. */
export const publishings = pgTable('publishings', {
  id: uuid().primaryKey(),
  startedAt: when().notNull(),
  finishedAt: when(),
  build: text(),
  problem: text(),
});
