/** Secret codes as hashes, and the letters that carry them. */
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { LETTER_KINDS } from '#schemas/workflow.ts';
import { oneOf, when } from './columns.ts';
import { comments } from './comments.ts';
import { people } from './people.ts';
import { ofSubmission, submissions } from './submissions.ts';

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
    commentId: uuid().references(() => comments.id, { onDelete: 'cascade' }),
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
