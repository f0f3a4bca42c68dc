/** People of the desk: their rows, their ties, and what ends when they leave. */
import { and, arrayContains, asc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { mailboxKey } from '#api/review/conflicts.ts';
import type { Role, Tie } from '#schemas/workflow.ts';
import type { Db } from './client.ts';
import { accounts, passkeys, people, sessions, ties, twoFactors, verifications } from './tables.ts';
import { mailboxOf } from './visibility.ts';

/** Somebody of the desk who has not left. */
export type Person = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  /** Whether a password of theirs opens nothing without a code. A passkey beside a bare password would not do. */
  secondFactor: boolean;
};

export type StoredTie = { tie: Tie; organization: string; organizationKey: string; domain: string | null };

const person = {
  id: people.id,
  name: people.name,
  email: people.email,
  roles: people.roles,
  secondFactor: sql<boolean>`coalesce(${people.twoFactorEnabled}, false)`,
};

/** Any number that nothing else in this database locks. */
const PEOPLE_LOCK = 20_191_019;

/** Let one transaction at a time change who holds which role, in all processes. Held until it ends. */
export async function lockPeople(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${PEOPLE_LOCK})`);
}

export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  const [row] = await db
    .select(person)
    .from(people)
    .where(and(eq(people.id, id), isNull(people.leftAt)));
  return row;
}

export async function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  const [row] = await db
    .select(person)
    .from(people)
    .where(and(eq(people.email, email), isNull(people.leftAt)));
  return row;
}

/** Everyone who has not left, by name. */
export async function listPeople(db: Db, limit = 500): Promise<Person[]> {
  return db.select(person).from(people).where(isNull(people.leftAt)).orderBy(asc(people.name)).limit(limit);
}

/** Whether anybody who has not left holds `role`. */
export async function isHeld(db: Db, role: Role): Promise<boolean> {
  return (await db.$count(people, and(arrayContains(people.roles, [role]), isNull(people.leftAt)))) > 0;
}

/**
 * Add a person, or bring back the one who left under this address; `id` is for a new one.
 * Answers their id, or undefined where the mailbox belongs to somebody who is here: one person with two accounts would count
 * as two who recommend, and could give the other account what nobody gives themselves.
 */
export async function addPerson(
  tx: Db,
  added: { id: string; name: string; email: string; roles: Role[]; at: Date },
): Promise<string | undefined> {
  const { at, name, roles, ...key } = added;
  const others = and(
    isNull(people.leftAt),
    ne(people.email, key.email),
    eq(mailboxOf(people.email), mailboxKey(key.email)),
  );
  if ((await tx.$count(people, others)) > 0) return undefined;
  const [row] = await tx
    .insert(people)
    .values({ ...key, name, roles, emailVerified: true, createdAt: at, updatedAt: at })
    .onConflictDoUpdate({
      target: people.email,
      set: { name, roles, leftAt: null, updatedAt: at },
      setWhere: isNotNull(people.leftAt),
    })
    .returning({ id: people.id });
  return row?.id;
}

/** Store a password as better-auth finds it. `hash` is of its making. */
export async function addPassword(
  tx: Db,
  added: { id: string; personId: string; hash: string; at: Date },
): Promise<void> {
  const { id, personId, hash, at } = added;
  await tx.insert(accounts).values({
    id,
    accountId: personId,
    providerId: 'credential',
    userId: personId,
    password: hash,
    createdAt: at,
    updatedAt: at,
  });
}

/** Answers whether the person is here. */
export async function setRoles(tx: Db, id: string, roles: Role[], at: Date): Promise<boolean> {
  const changed = await tx
    .update(people)
    .set({ roles, updatedAt: at })
    .where(and(eq(people.id, id), isNull(people.leftAt)))
    .returning({ id: people.id });
  return changed.length > 0;
}

/** Mark a person as gone and end everything that would let them in. Answers whether they were here. */
export async function markLeft(tx: Db, id: string, at: Date): Promise<boolean> {
  const left = await tx
    .update(people)
    .set({ leftAt: at, updatedAt: at, twoFactorEnabled: false })
    .where(and(eq(people.id, id), isNull(people.leftAt)))
    .returning({ id: people.id });
  await endSessions(tx, id);
  await endLinks(tx, id);
  await tx.delete(accounts).where(eq(accounts.userId, id));
  await tx.delete(twoFactors).where(eq(twoFactors.userId, id));
  await tx.delete(passkeys).where(eq(passkeys.userId, id));
  return left.length > 0;
}

export async function endSessions(db: Db, personId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.userId, personId));
}

/** End the links by which a person could choose a password, and sign-ins that wait for a code. */
export async function endLinks(db: Db, personId: string): Promise<void> {
  await db.delete(verifications).where(eq(verifications.value, personId));
}

/** At most 50: see the schema. */
export async function listTies(db: Db, personId: string): Promise<StoredTie[]> {
  return db
    .select({
      tie: ties.tie,
      organization: ties.organization,
      organizationKey: ties.organizationKey,
      domain: ties.domain,
    })
    .from(ties)
    .where(eq(ties.personId, personId))
    .orderBy(asc(ties.organization))
    .limit(50);
}

/** Replace all ties of a person. */
export async function setTies(tx: Db, personId: string, declared: readonly StoredTie[]): Promise<void> {
  await tx.delete(ties).where(eq(ties.personId, personId));
  if (declared.length > 0) await tx.insert(ties).values(declared.map((tie) => ({ personId, ...tie })));
}
