/** Public comments on the guidance. */
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { COMMENT_STATES, COMMENT_TYPES, DISPOSITIONS } from '#schemas/comment.ts';
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
