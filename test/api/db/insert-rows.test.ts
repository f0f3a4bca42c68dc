import { expect } from 'vitest';
import { insertRows } from '#api/db/insert-rows.ts';
import { eventKeys, people, publishings, submissions } from '#api/db/tables.ts';
import { test } from '#test/support/database.ts';

const at = new Date('2026-11-30T12:00:00.123Z');
const draft = { kind: 'lesson' as const, state: 'draft' as const, stateSince: at, createdAt: at };

test('rows come back as they were: times, lists, bytes, objects, and whatever words hold', async ({ db }) => {
  const receipt = {
    reference: 'x',
    receivedAt: '',
    digest: `'); drop table people; --`,
    key: '{}',
    signature: '\\"',
  };
  const sent = { receipt, consentVersion: 'é \u{1f512}\n\t', licence: 'CC-BY-4.0' };
  const id = crypto.randomUUID();
  const key = new Uint8Array([0, 1, 254, 255]);
  await db.execute(insertRows(submissions, [{ ...draft, ...sent, id, reference: 'PC-1' }]));
  await db.execute(insertRows(eventKeys, [{ submissionId: id, key }]));
  await db.execute(
    insertRows(people, [{ id: 'ada', name: 'Ada', email: 'ada@example.org', roles: ['editor', 'lab'] }]),
  );

  expect(await db.select().from(submissions)).toMatchObject([{ ...draft, ...sent, id }]);
  const [kept] = await db.select().from(eventKeys);
  expect([...(kept?.key ?? [])]).toEqual([...key]);
  expect(await db.select().from(people)).toMatchObject([{ id: 'ada', roles: ['editor', 'lab'] }]);
});

test('a column that no row has keeps its default', async ({ db }) => {
  const rows = ['PC-1', 'PC-2'].map((reference) => ({ ...draft, id: crypto.randomUUID(), reference }));

  await db.execute(insertRows(submissions, rows));

  const stored = await db.select().from(submissions);
  expect(stored.map(({ revision, live }) => [revision, live])).toEqual([
    [1, 'none'],
    [1, 'none'],
  ]);
});

test('where some rows have a column, it is null in the others', async ({ db }) => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];

  await db.execute(
    insertRows(publishings, [
      { id: one, startedAt: at, build: 'b1' },
      { id: other, startedAt: at, build: undefined },
    ]),
  );

  const builds = await db.select({ id: publishings.id, build: publishings.build }).from(publishings);
  expect(new Map(builds.map(({ id, build }) => [id, build]))).toEqual(
    new Map([
      [one, 'b1'],
      [other, null],
    ]),
  );
});
