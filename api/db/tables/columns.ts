/** Columns and checks that many tables have. */
import { sql } from 'drizzle-orm';
import { check, customType, timestamp } from 'drizzle-orm/pg-core';

export const when = () => timestamp({ withTimezone: true });
export const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
export const stamps = { createdAt: when().notNull().defaultNow(), updatedAt: when().notNull().defaultNow() };

/** A check that a text column holds one of a list, so that the database refuses what the schema would. */
export const oneOf = (name: string, column: string, list: readonly string[]) =>
  check(name, sql.raw(`${column} in (${list.map((word) => `'${word}'`).join(', ')})`));
