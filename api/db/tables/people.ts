/** The people of the desk and their signing in, with the columns that better-auth asks for under our names. */
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { ROLES, TIES } from '#schemas/workflow.ts';
import { oneOf, stamps, when } from './columns.ts';

/** A column that goes with its person. */
export const ofPerson = () =>
  text()
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' });

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
    /** When a second factor was last shown in it: see api/review/proof.ts. */
    provenAt: when(),
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
