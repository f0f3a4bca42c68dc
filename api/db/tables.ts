/**
 * All tables. What a row promises is promised by the database too: not null, unique, foreign keys, checks.
 * Personal data of submitters is in `contacts` alone; secrets are stored as hashes alone.
 */
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  customType,
  doublePrecision,
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
import { COMMENT_STATES, COMMENT_TYPES, DISPOSITIONS } from '#schemas/comment.ts';
import type { DraftValues } from '#schemas/draft.ts';
import { EVIDENCE_ADDERS, EVIDENCE_TYPES, MOST_BYTES } from '#schemas/evidence.ts';
import { IDENTITY_KINDS } from '#schemas/identity-finding.ts';
import type { Published } from '#schemas/published.ts';
import type { Content, Receipt } from '#schemas/submission.ts';
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
    /** These three come with sending: a draft has none. */
    receipt: jsonb().$type<Receipt>(),
    consentVersion: text(),
    licence: text(),
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
    check(
      'submissions_sent',
      sql.raw(
        `(receipt is not null and consent_version is not null and licence is not null) or state in ('draft', 'lapsed', 'withdrawn')`,
      ),
    ),
  ],
);

/** What is being typed, as it was typed: of submissions that were not sent yet. Gone once they are. */
export const drafts = pgTable('drafts', {
  submissionId: ofSubmission().primaryKey(),
  /** Counted from 1, by one with each save. */
  version: integer().notNull(),
  values: jsonb().$type<DraftValues>().notNull(),
  savedAt: when().notNull(),
});

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
    /** Of an offering: whose product it is, who may be another than the one who sends it. */
    vendorKey: text(),
    /** Of an offering: who answers the questions of the lab. */
    labName: text(),
    labEmail: text(),
    confirmedAt: when(),
    /** Name, address and organization are gone since then; the keys of conflicts stay. */
    erasedAt: when(),
  },
  (t) => [
    index().on(t.organizationKey),
    index().on(t.vendorKey),
    index().on(t.mailDomain),
    index().on(t.mailbox),
  ],
);

export const revisions = pgTable(
  'revisions',
  {
    submissionId: ofSubmission(),
    number: integer().notNull(),
    round: integer().notNull(),
    content: jsonb().$type<Content>().notNull(),
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
    published: jsonb().$type<Published>().notNull(),
    /** Set when the page is up. */
    publishedAt: when(),
    /** Set when it could not be published: it is tried again by night, or after it was returned. */
    stoppedAt: when(),
    retiredAt: when(),
    retiredReason: text(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.version] }), uniqueIndex().on(t.slug, t.version)],
);

/** Files that support a submission, as they are stored: rebuilt, without metadata. The bytes are in the store. */
export const evidence = pgTable(
  'evidence',
  {
    id: uuid().primaryKey(),
    submissionId: ofSubmission(),
    /** Ours, or the safe part of a name that its submitter chose to keep. */
    name: text().notNull(),
    type: text({ enum: EVIDENCE_TYPES }).notNull(),
    bytes: integer().notNull(),
    /** Of the stored file, in hex. A file that is sent twice is stored once, within one submission. */
    sha256: text().notNull(),
    addedAt: when().notNull(),
    addedBy: text({ enum: EVIDENCE_ADDERS }).notNull(),
  },
  (t) => [
    uniqueIndex().on(t.submissionId, t.sha256),
    uniqueIndex().on(t.submissionId, t.name),
    oneOf('evidence_type', 'type', EVIDENCE_TYPES),
    oneOf('evidence_added_by', 'added_by', EVIDENCE_ADDERS),
    check('evidence_bytes', sql.raw(`bytes between 1 and ${MOST_BYTES}`)),
    check('evidence_sha256', sql.raw(`sha256 ~ '^[0-9a-f]{64}$'`)),
  ],
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
    /** The comment whose writer is the contact, where it is about none. */
    commentId: uuid().references((): AnyPgColumn => comments.id, { onDelete: 'cascade' }),
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

/**
 * Words that the re-identification check found and that somebody decided to keep. The words are a hash: they are in the
 * revision, and go with it.
 */
export const keptWords = pgTable(
  'kept_words',
  {
    submissionId: ofSubmission(),
    /** See `findingHash` in api/review/identity-check/finding-hash.ts. */
    hash: text().notNull(),
    kind: text({ enum: IDENTITY_KINDS }).notNull(),
    reason: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    at: when().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.hash] }),
    oneOf('kept_words_kind', 'kind', IDENTITY_KINDS),
  ],
);

/** Addresses from which nothing is taken. Lifted ones stay for a while, so that there is a record of both. */
export const blocks = pgTable(
  'blocks',
  {
    id: uuid().primaryKey(),
    /** A mailbox (see `mailboxKey` in api/review/conflicts.ts), or a domain with everything below it. */
    address: text().notNull(),
    reason: text().notNull(),
    blockedBy: text()
      .notNull()
      .references(() => people.id),
    blockedAt: when().notNull(),
    liftedReason: text(),
    liftedBy: text().references(() => people.id),
    liftedAt: when(),
  },
  (t) => [
    uniqueIndex('blocks_in_force').on(t.address).where(sql`lifted_at is null`),
    check(
      'blocks_lifted',
      sql.raw('(lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null)'),
    ),
  ],
);

/** How long submissions stayed in a state, measured by night from their records. */
export const waits = pgTable(
  'waits',
  {
    state: text({ enum: STATES }).primaryKey(),
    /** How many it rests on. */
    submissions: integer().notNull(),
    /** Days: half took no longer, and nine in ten. */
    median: doublePrecision().notNull(),
    ninetieth: doublePrecision().notNull(),
    measuredAt: when().notNull(),
  },
  () => [oneOf('waits_state', 'state', STATES)],
);

// ---- public comments on the guidance

/** What was said of a text that is open for comment, and what became of it. */
export const comments = pgTable(
  'comments',
  {
    id: uuid().primaryKey(),
    /** As `textId` in schemas/comment.ts. */
    text: text().notNull(),
    version: text().notNull(),
    section: text().notNull(),
    sectionTitle: text().notNull(),
    type: text({ enum: COMMENT_TYPES }).notNull(),
    comment: text().notNull(),
    rationale: text().notNull(),
    suggestion: text(),
    shownAs: text(),
    state: text({ enum: COMMENT_STATES }).notNull(),
    createdAt: when().notNull(),
    /** These come with the answer of an editor. */
    number: integer(),
    disposition: text({ enum: DISPOSITIONS }),
    reason: text(),
    adjudicatedBy: text().references(() => people.id),
    adjudicatedAt: when(),
    publishedAt: when(),
  },
  (t) => [
    index().on(t.state, t.createdAt),
    uniqueIndex().on(t.text, t.version, t.number),
    oneOf('comments_type', 'type', COMMENT_TYPES),
    oneOf('comments_state', 'state', COMMENT_STATES),
    oneOf('comments_disposition', 'disposition', DISPOSITIONS),
    check(
      'comments_adjudicated',
      sql.raw(
        `num_nonnulls(number, disposition, reason, adjudicated_by, adjudicated_at) = case when state in ('adjudicated', 'published') then 5 else 0 end`,
      ),
    ),
  ],
);

/** Who commented. Nobody at the desk reads it: it serves the letters and the conflicts. */
export const commentContacts = pgTable('comment_contacts', {
  commentId: uuid()
    .primaryKey()
    .references(() => comments.id, { onDelete: 'cascade' }),
  email: text().notNull(),
  organizationKey: text().notNull(),
  mailDomain: text(),
  mailbox: text().notNull(),
  /** Of the code in the newest letter that asks to confirm. */
  codeHash: text().unique(),
});
