import { date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { LETTERED } from '#schemas/decisions.ts';
import { IDENTITY_KINDS } from '#schemas/identity-finding.ts';
import { WRITERS } from '#schemas/remark.ts';
import type { Scores } from '#schemas/rubric.ts';
import { ACTOR_KINDS, AUDIENCES, REASON_CODES, RECORDING_WAYS, VERDICTS } from '#schemas/workflow.ts';
import { bytes, oneOf, when } from './columns.ts';
import { ofPerson, people } from './people.ts';
import { ofSubmission } from './submissions.ts';

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

/** Who said that nothing ties them to a submission whose source nobody can name. */
export const attestations = pgTable(
  'attestations',
  { submissionId: ofSubmission(), personId: ofPerson(), at: when().notNull() },
  (t) => [primaryKey({ columns: [t.submissionId, t.personId] })],
);

export const recommendations = pgTable(
  'recommendations',
  {
    submissionId: ofSubmission(),
    revision: integer().notNull(),
    personId: ofPerson(),
    verdict: text({ enum: VERDICTS }).notNull(),
    note: text().notNull(),
    rubric: jsonb().$type<Scores>(),
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

/** What people of the desk say of a submission: among themselves, or to its submitter. */
export const remarks = pgTable(
  'remarks',
  {
    id: uuid().primaryKey(),
    submissionId: ofSubmission(),
    revision: integer().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    /** The part in which they wrote: all that the submitter is told of who it was. */
    writer: text({ enum: WRITERS }).notNull(),
    audience: text({ enum: AUDIENCES }).notNull(),
    text: text().notNull(),
    at: when().notNull(),
  },
  (t) => [
    index().on(t.submissionId, t.at),
    oneOf('remarks_writer', 'writer', WRITERS),
    oneOf('remarks_audience', 'audience', AUDIENCES),
  ],
);

/** A decision that was prepared and has no effect yet: releasing it runs the action as if it were taken then. */
export const pendingDecisions = pgTable(
  'pending_decisions',
  {
    submissionId: ofSubmission().primaryKey(),
    /** What it was made on: a newer revision makes it stale. */
    revision: integer().notNull(),
    action: text({ enum: LETTERED }).notNull(),
    /** The body of the action, as its schema in schemas/decisions.ts parsed it: with the letter, where that was edited. */
    input: jsonb().$type<Record<string, unknown>>().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    at: when().notNull(),
  },
  () => [oneOf('pending_decisions_action', 'action', LETTERED)],
);

/** A lesson that an editor recorded for somebody: how it came, and how its source agreed. */
export const recordings = pgTable(
  'recordings',
  {
    submissionId: ofSubmission().primaryKey(),
    way: text({ enum: RECORDING_WAYS }).notNull(),
    receivedOn: date().notNull(),
    /** In the words of the editor: who agreed, when and to what. */
    consent: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    at: when().notNull(),
  },
  () => [oneOf('recordings_way', 'way', RECORDING_WAYS)],
);
