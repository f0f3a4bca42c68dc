/** What was sent, and what became a text: submissions, their revisions, files and published versions. */
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { WAITING_STATES } from '#api/review/service-levels.ts';
import type { DraftValues } from '#schemas/draft.ts';
import { EVIDENCE_ADDERS, EVIDENCE_TYPES, MOST_BYTES } from '#schemas/evidence.ts';
import type { Published } from '#schemas/published.ts';
import type { Content, Receipt } from '#schemas/submission.ts';
import { SUBMISSION_KINDS } from '#schemas/vocabulary.ts';
import { LIVES, STATES } from '#schemas/workflow.ts';
import { oneOf, when } from './columns.ts';
import { people } from './people.ts';

/** A column that goes with its submission. */
export const ofSubmission = () =>
  uuid()
    .notNull()
    .references(() => submissions.id, { onDelete: 'cascade' });

const AT_DESK = sql.raw('at_desk_since is not null');

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
    /** Since when the desk may see it: its submitter confirmed it, and its text is not erased. */
    atDeskSince: when(),
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
    /** What the text at sign-off changes in the one that is public, as its readers will see it. */
    changes: text(),
    /** These three come with sending: a draft has none. */
    receipt: jsonb().$type<Receipt>(),
    consentVersion: text(),
    licence: text(),
    /** Reminders sent in this state. */
    reminders: integer().notNull().default(0),
    createdAt: when().notNull(),
  },
  (t) => [
    // What the desk looks through, which is not slowed by the many that nobody ever confirmed.
    index('submissions_desk_state').on(t.state, t.stateSince, t.id).where(AT_DESK),
    index('submissions_desk').on(t.stateSince, t.id).where(AT_DESK),
    index('submissions_waiting')
      .on(t.stateSince, t.id)
      .where(
        sql`${AT_DESK} and ${sql.raw(`state in (${WAITING_STATES.map((state) => `'${state}'`).join(', ')})`)}`,
      ),
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
    /** Whose product an offering is, or whose lesson a lesson says it is: `namedKey` in api/review/conflicts.ts. */
    vendorKey: text(),
    /** Of an offering: who answers the questions of the lab. */
    labName: text(),
    labEmail: text(),
    /** Name, address and organization are gone since then; the keys of conflicts stay. */
    erasedAt: when(),
  },
  (t) => [
    index().on(t.organizationKey),
    index().on(t.vendorKey),
    index().on(t.mailDomain),
    // Domains inside another are a range of this one.
    index('contacts_domain_backwards').on(sql`(reverse(${t.mailDomain}) collate "C")`),
    index().on(t.mailbox),
  ],
);

const words = customType<{ data: string }>({ dataType: () => 'tsvector' });
/**
 * Of the title, or of what happened where there is none, and of the vendor and the product. Marks would join words: the
 * parser takes `this/that` for a path.
 */
const WORDS = sql.raw(
  `to_tsvector('simple', regexp_replace(${['title', 'happened', 'vendor', 'product']
    .map((name) => `coalesce(content->>'${name}', '')`)
    .join(` || ' ' || `)}, '[[:punct:]]+', ' ', 'g'))`,
);

export const revisions = pgTable(
  'revisions',
  {
    submissionId: ofSubmission(),
    number: integer().notNull(),
    round: integer().notNull(),
    content: jsonb().$type<Content>().notNull(),
    /** By which the desk finds it. Made from the content, so it goes with it. */
    words: words().generatedAlwaysAs(WORDS),
    /** Absent where the submitter wrote it. */
    authorId: text().references(() => people.id),
    /** A copy of the revision before, with which a round begins: nobody wrote it anew. */
    copied: boolean().notNull().default(false),
    note: text(),
    createdAt: when().notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.number] }), index().using('gin', t.words)],
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
    /** Whose file it is: `submitter` also where an editor recorded it for them. */
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

/** Versions that were signed: what the records folder must hold. `retiredAt` leaves a tombstone. */
export const versions = pgTable(
  'versions',
  {
    submissionId: ofSubmission(),
    version: integer().notNull(),
    /** The revision that was signed. */
    revision: integer().notNull(),
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
