import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { expect } from 'vitest';
import { openDb } from '#api/db/client.ts';
import { limits as table } from '#api/db/tables.ts';
import { createLimits, LIMITS } from '#api/limits.ts';
import { test } from '#test/support/database.ts';

const secret = 'a secret of this test that is long enough';
const now = () => new Date('2026-11-30T12:00:00Z');
const times = <T>(n: number, attempt: () => Promise<T>) =>
  Promise.allSettled(Array.from({ length: n }, attempt));
const passed = (attempts: PromiseSettledResult<unknown>[]) =>
  attempts.filter(({ status }) => status === 'fulfilled').length;

test('of attempts made at once exactly as many pass as the limit says', async ({ db }) => {
  const limits = createLimits({ db, secret, now });

  const attempts = await times(15, () => limits.consume('sign_in_email', 'ada@example.org'));

  expect(passed(attempts)).toBe(LIMITS.sign_in_email.points);
});

test('attempts made at once, of several and under several limits, are each counted once', async ({ db }) => {
  const limits = createLimits({ db, secret, now });

  await Promise.all([
    ...Array.from({ length: 3 }, () => limits.consume('sign_in_email', 'ada@example.org')),
    limits.consume('sign_in_email', 'rea@example.org'),
    limits.consume('letters', 'ada@example.org'),
  ]);

  const counts = await db.select({ points: table.points }).from(table);
  expect(counts.map(({ points }) => points).sort()).toEqual([1, 1, 3]);
});

test('when its window has ended, a count begins anew', async ({ db }) => {
  let at = now();
  const limits = createLimits({ db, secret, now: () => at });
  await times(LIMITS.letters.points, () => limits.consume('letters', 'ada@example.org'));
  await expect(limits.consume('letters', 'ada@example.org')).rejects.toMatchObject({ code: 'too_many' });

  at = new Date(at.getTime() + LIMITS.letters.seconds * 1000);

  await limits.consume('letters', 'ada@example.org');
});

test('counts are not worth a flush to the disk', async ({ db }) => {
  const { rows } = await db.execute(sql`select relpersistence from pg_class where relname = 'limits'`);

  expect(rows).toEqual([{ relpersistence: 'u' }]);
});

test('all processes share one count', async ({ db }) => {
  const [one, other] = [createLimits({ db, secret, now }), createLimits({ db, secret, now })];
  await times(LIMITS.letters.points, () => one.consume('letters', 'ada@example.org'));

  await expect(other.consume('letters', 'ada@example.org')).rejects.toMatchObject({ code: 'too_many' });
  await other.consume('letters', 'rea@example.org');
});

test('a refusal says how long to wait, as a sentence and as a header', async ({ db }) => {
  const limits = createLimits({ db, secret, now });
  await times(LIMITS.letters.points, () => limits.consume('letters', 'ada@example.org'));

  const refused = await limits.consume('letters', 'ada@example.org').catch((error: unknown) => error);

  expect(refused).toMatchObject({
    message: 'Try again in 60 minutes.',
    headers: { 'Retry-After': '3600' },
  });
});

test('cleared attempts do not count', async ({ db }) => {
  const limits = createLimits({ db, secret, now });
  await limits.consume('totp_code', 'ada 123456');

  await limits.clear('totp_code', 'ada 123456');

  await limits.consume('totp_code', 'ada 123456');
});

test('neither addresses nor accounts are stored, and tomorrow the same key reads otherwise', async ({
  db,
}) => {
  await createLimits({ db, secret, now }).consume('letters', 'ada@example.org');
  await createLimits({ db, secret, now: () => new Date('2026-12-01T00:00:00Z') }).consume(
    'letters',
    'ada@example.org',
  );

  const stored = await db.select().from(table);

  expect(stored).toHaveLength(2);
  expect(JSON.stringify(stored)).not.toContain('ada');
});

test('while the database refuses, limits are counted in memory', async () => {
  const database = await openDb();
  const limits = createLimits({ db: database.db, secret, now });
  await database.close();

  const attempts = await times(5, () => limits.consume('letters', 'ada@example.org'));

  expect(passed(attempts)).toBe(LIMITS.letters.points);
});

test('counts that ended are removed, others stay', async ({ db }) => {
  let at = now();
  const limits = createLimits({ db, secret, now: () => at });
  await limits.consume('totp_code', 'ada 123456');
  await limits.consume('letters', 'ada@example.org');
  at = new Date(at.getTime() + 200_000);

  await limits.removeExpired();

  expect(await db.$count(table)).toBe(1);
});

test.for([
  ['192.0.2.7', {}, false, '192.0.2.7'],
  ['::ffff:192.0.2.7', {}, false, '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', {}, false, '2001:db8:1:2'],
  ['2001:db8::6', {}, false, '2001:db8:0:0'],
  ['192.0.2.7', { 'x-forwarded-for': '198.51.100.1' }, false, '192.0.2.7'],
  ['192.0.2.7', { 'x-forwarded-for': '203.0.113.9, 198.51.100.1' }, true, '198.51.100.1'],
  ['192.0.2.7', {}, true, '192.0.2.7'],
] as const)(
  'a request from %s with %o, proxy trusted: %s, counts for %s',
  async ([from, headers, trustProxy, key]) => {
    const limits = createLimits({ secret, now, trustProxy });
    const app = new Hono().get('/', (c) => c.text(limits.addressOf(c)));

    const answer = await app.request('/', { headers }, { incoming: { socket: { remoteAddress: from } } });

    expect(await answer.text()).toBe(key);
  },
);
