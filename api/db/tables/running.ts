/** What the program keeps of its own running. */
import { sql } from 'drizzle-orm';
import { check, doublePrecision, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { STATES } from '#schemas/workflow.ts';
import { oneOf, when } from './columns.ts';
import { people } from './people.ts';

/** Runs of the publisher, for the desk to look at. */
export const publishings = pgTable('publishings', {
  id: uuid().primaryKey(),
  startedAt: when().notNull(),
  finishedAt: when(),
  build: text(),
  problem: text(),
});

/** Counters of rate-limiter-flexible. Keys are HMACs, never addresses. */
export const limits = pgTable('limits', {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: when(),
});

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
