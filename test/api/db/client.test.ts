import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { expect, inject } from 'vitest';
import { type Db, openDb } from '#api/db/client.ts';
import { limits } from '#api/db/tables.ts';
import { test } from '#test/support/database.ts';
import { databaseUrl, onServer } from '#test/support/global-setup.ts';

const count = async (db: Db, key: string) => db.$count(limits, eq(limits.key, key));

test('a function that takes a database takes an open transaction as well, because steps are composed', async ({
  db,
}) => {
  await db.transaction(async (tx) => {
    await tx.insert(limits).values({ key: 'both', points: 1 });
    expect(await count(tx, 'both')).toBe(1);
  });

  expect(await count(db, 'both')).toBe(1);
});

test('raw SQL answers rows on both engines', async ({ db }) => {
  expect((await db.execute<{ n: number }>(sql`select 1 as n`)).rows).toEqual([{ n: 1 }]);
});

test('a transaction that throws leaves nothing', async ({ db }) => {
  const broken = db.transaction(async (tx) => {
    await tx.insert(limits).values({ key: 'gone', points: 1 });
    throw new Error('changed my mind');
  });

  await expect(broken).rejects.toThrow('changed my mind');
  expect(await count(db, 'gone')).toBe(0);
});

test('a PostgreSQL that does not answer is named in one line without its password', async () => {
  const url = 'postgres://app:secret@127.0.0.1:1/commons';

  await expect(openDb({ url })).rejects.toMatchObject({
    name: 'DatabaseUnreachable',
    message:
      'Cannot use the PostgreSQL at 127.0.0.1:1/commons: connect ECONNREFUSED 127.0.0.1:1. Start it, correct DATABASE_URL, or unset DATABASE_URL to use the embedded database.',
  });
});

test('a DATABASE_URL that is not a URL is refused the same way', async () => {
  await expect(openDb({ url: 'not a url' })).rejects.toMatchObject({ name: 'DatabaseUnreachable' });
});

test.skipIf(!inject('server'))('processes that start at once migrate one after another', async () => {
  const server = inject('server') ?? '';
  const name = `patch_commons_race_${randomBytes(4).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = databaseUrl(server, name);

  const opened = await Promise.all([openDb({ url }), openDb({ url }), openDb({ url })]);

  expect(await Promise.all(opened.map(({ db }) => count(db, 'none')))).toEqual([0, 0, 0]);
  await Promise.all(opened.map((database) => database.close()));
  await onServer(server, `drop database ${name}`);
});
