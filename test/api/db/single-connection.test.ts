import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Database } from '#api/db/client.ts';
import { QueryBesideTransaction, type SingleConnection } from '#api/db/single-connection.ts';
import { limits } from '#api/db/tables.ts';
import { test } from '#test/support/database.ts';

const clientOf = (database: Database): SingleConnection => {
  if (database.kind !== 'embedded') throw new Error('These tests are about the embedded engine.');
  return database.client;
};

const beside: Record<string, (database: Database) => Promise<unknown>> = {
  'a query': ({ db }) => db.select().from(limits),
  'raw SQL': ({ db }) => db.execute(sql`select 1`),
  'a script': (database) => clientOf(database).exec('select 1; select 2'),
  'a template': (database) => clientOf(database).sql`select 1`,
  'a second transaction': ({ db }) => db.transaction(async () => {}),
  'a new listener': (database) => clientOf(database).listen('news', () => {}),
};

for (const [what, run] of Object.entries(beside)) {
  test(`${what} beside the open transaction is refused, because it would wait for ever`, async ({
    database,
  }) => {
    const refused = database.db.transaction(() => run(database));

    const error = await refused.catch((thrown: Error) => thrown);
    // drizzle wraps what its driver throws.
    expect([error, (error as Error).cause]).toContainEqual(expect.any(QueryBesideTransaction));
  });
}

test('the refused transaction is rolled back and the connection is free again', async ({ database, db }) => {
  const refused = db.transaction(async (tx) => {
    await tx.insert(limits).values({ key: 'inside', points: 1 });
    await db.insert(limits).values({ key: 'beside', points: 1 });
  });
  await expect(refused).rejects.toThrow();

  expect(await database.db.select().from(limits)).toEqual([]);
});

test('a transaction within the transaction is a savepoint', async ({ db }) => {
  await db.transaction(async (tx) => {
    await tx.insert(limits).values({ key: 'outer', points: 1 });
    await tx
      .transaction(async (inner) => {
        await inner.insert(limits).values({ key: 'inner', points: 1 });
        inner.rollback();
      })
      .catch(() => {});
  });

  expect(await db.select({ key: limits.key }).from(limits)).toEqual([{ key: 'outer' }]);
});

test('other requests wait for the open transaction as they would anywhere', async ({ db }) => {
  const order: string[] = [];
  const transaction = db.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    await setImmediate();
    order.push('transaction');
  });
  const query = db.execute(sql`select 1`).then(() => order.push('query'));
  await Promise.all([transaction, query]);

  expect(order).toEqual(['transaction', 'query']);
});

test('work that a transaction leaves behind may use the database once it is over', async ({ db }) => {
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  let later: Promise<unknown> = Promise.resolve();
  await db.transaction(async () => {
    later = over.then(() => db.execute(sql`select 1`));
  });
  end();

  await expect(later).resolves.toBeDefined();
});

test('a long line of transactions lets other work have its turn, because PGlite itself never waits', async ({
  db,
}) => {
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 0);

  await Promise.all(Array.from({ length: 100 }, () => db.transaction((tx) => tx.execute(sql`select 1`))));

  clearInterval(counting);
  expect(turns).toBeGreaterThan(10);
});
