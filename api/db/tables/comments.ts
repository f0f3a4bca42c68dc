/** Public comments on the guidance. */
import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { COMMENT_STATES, COMMENT_TYPES, DISPOSITIONS, type EarlierAnswer } from '#schemas/comment.ts';
import { oneOf, when } from './columns.ts';
import { people } from './people.ts';

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
    /** Grows by one with each change by its writer: an answer names what it answers. */
    revision: integer().notNull().default(1),
    createdAt: when().notNull(),
    /** These come with the answer of an editor. */
    number: integer(),
    disposition: text({ enum: DISPOSITIONS }),
    reason: text(),
    adjudicatedBy: text().references(() => people.id),
    adjudicatedAt: when(),
    /** Answers that an editor took back for a better one, the first before all. They are published with it. */
    earlier: jsonb().$type<EarlierAnswer[]>().notNull().default([]),
    publishedAt: when(),
    /** Set when its writer withdrew it after it was answered: its words are gone, its number stays. */
    withdrawnAt: when(),
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
    check(
      'comments_withdrawn',
      sql.raw(
        `withdrawn_at is null or (number is not null and concat(comment, rationale, suggestion, shown_as, reason) = '')`,
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
  /** Of the code in the newest letter that holds one. */
  codeHash: text().unique(),
  /** What that code was exchanged for: a cookie of one hour, as a hash. */
  openingHash: text().unique(),
  openUntil: when(),
});
