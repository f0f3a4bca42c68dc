import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { measureService, SERVICE_FILE } from '#api/actions/measure-service.ts';
import type { Db } from '#api/db/client.ts';
import { findWait } from '#api/db/insight.ts';
import { declines, events, submissions } from '#api/db/tables.ts';
import { expectation } from '#api/review/service-levels.ts';
import { FIGURES_FROM } from '#schemas/service-levels.ts';
import type { ReasonCode, State } from '#schemas/workflow.ts';
import { test } from '#test/support/database.ts';
import { temporaryFolder } from '#test/support/folder.ts';
import { tell } from '#test/support/story.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const DAY = 86_400_000;
const after = (begin: Date, days: number) => new Date(begin.getTime() + days * DAY);

type Past = {
  begin: string;
  events: readonly (readonly [type: string, day: number])[];
  state: State;
  code?: ReasonCode;
};

/** Store submissions with these pasts: what happened on which day after the beginning. */
async function pasts(db: Db, stories: readonly Past[]): Promise<void> {
  const rows = stories.map((story) => ({ id: crypto.randomUUID(), ...story }));
  const end = ({ begin, events: told }: (typeof rows)[number]) =>
    after(new Date(begin), told.at(-1)?.[1] ?? 0);
  await db.insert(submissions).values(
    rows.map((one) => ({
      id: one.id,
      reference: one.id,
      kind: 'lesson' as const,
      state: one.state,
      stateSince: end(one),
      createdAt: new Date(one.begin),
      receipt: { reference: '', receivedAt: '', digest: '', key: '', signature: '' },
      consentVersion: '2026-11',
      licence: 'CC-BY-4.0',
    })),
  );
  const line = { actor: 'system', month: '2026-10', mac: '', hash: '' } as const;
  await db.insert(events).values(
    rows.flatMap(({ id, begin, events: told }) =>
      told.map(([type, day], index) => ({
        submissionId: id,
        seq: index + 1,
        type,
        at: after(new Date(begin), day),
        ...line,
      })),
    ),
  );
  const declined = rows.flatMap((one) =>
    one.code
      ? [{ submissionId: one.id, round: 1, code: one.code, message: '', repair: '', at: end(one) }]
      : [],
  );
  if (declined.length > 0) await db.insert(declines).values(declined);
}

/** Declined in October after `wait` days at the editors and one in review. */
const declined = (wait: number, code: ReasonCode = 'promotional'): Past => ({
  begin: '2026-10-01T00:00:00Z',
  events: [
    ['submit', 0],
    ['confirm', 0],
    ['triage', wait],
    ['assign', wait + 0.5],
    ['decline', wait + 1],
  ],
  state: 'declined',
  code,
});
const times = (count: number, story: (index: number) => Past) =>
  Array.from({ length: count }, (_, index) => story(index));
const measuring = (db: Db) => ({ db, now: () => NOW, records: { dir: temporaryFolder() } });

test('half and nine in ten are told of each state, and an event that moves nothing ends no stay', async ({
  db,
}) => {
  await pasts(
    db,
    times(60, (index) => declined(index < 54 ? 4 : 20)),
  );
  const deps = measuring(db);

  const { months } = await measureService(deps);

  expect(months).toEqual([
    {
      month: '2026-10',
      submissions: 60,
      waits: [
        { state: 'in_review', submissions: 60, median: 1, ninetieth: 1 },
        { state: 'received', submissions: 60, median: 4, ninetieth: 5.6 },
        { state: 'unconfirmed', submissions: 60, median: 0, ninetieth: 0 },
      ],
      declines: [{ code: 'promotional', submissions: 60 }],
    },
  ]);
  const written = fs.readFileSync(path.join(deps.records.dir, SERVICE_FILE), 'utf8');
  expect(JSON.parse(written)).toMatchObject({ measuredOn: '2026-11-22', months });
});

test('no figure rests on fewer than fifty submissions: no month, no state, no reason', async ({ db }) => {
  await pasts(db, [
    ...times(FIGURES_FROM, () => declined(4)),
    ...times(FIGURES_FROM - 1, () => declined(4, 'duplicate')),
    ...times(FIGURES_FROM - 1, () => ({ ...declined(4), begin: '2026-09-01T00:00:00Z' })),
  ]);

  const { months } = await measureService(measuring(db));

  expect(months).toMatchObject([
    { month: '2026-10', submissions: 99, declines: [{ code: 'promotional', submissions: FIGURES_FROM }] },
  ]);
});

test('what is open, what was never confirmed, and the month that is running are not counted', async ({
  db,
}) => {
  await pasts(db, [
    ...times(60, () => ({
      ...declined(4),
      events: declined(4).events.slice(0, 3),
      state: 'in_review' as const,
    })),
    ...times(60, () => ({
      ...declined(4),
      events: [['submit', 0] as const, ['lapse', 7] as const],
      state: 'lapsed' as const,
    })),
    ...times(60, () => ({ ...declined(4), begin: '2026-11-01T00:00:00Z' })),
  ]);
  const deps = measuring(db);

  expect((await measureService(deps)).months).toEqual([]);
  expect(
    (await measureService({ ...deps, now: () => new Date('2026-12-01T00:00:00Z') })).months,
  ).toHaveLength(1);
});

test('a status page tells the times of others where enough are known, and the target otherwise', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs);
  await story.toReceived();
  const since = new Date((await story.status()).since);
  const days = async () =>
    Math.round((new Date((await story.status()).expectedBy).getTime() - since.getTime()) / DAY + 0.4);
  expect((await story.status()).measured).toBeUndefined();
  expect(await days()).toBe(7);

  await pasts(
    db,
    times(60, () => declined(3)),
  );
  await measureService({ ...measuring(db), now: story.deps.now });

  expect(await findWait(db, 'received')).toMatchObject({ submissions: 60, median: 3, ninetieth: 3 });
  expect(await days()).toBe(3);
  expect((await story.status()).measured).toMatchObject({ of: 60 });
  await story.close();
});

test('where the submitter acts the deadline stands, because others’ haste is no reason to hurry', () => {
  const wait = { state: 'changes_requested', submissions: 60, median: 2, ninetieth: 5 } as const;

  expect(expectation('changes_requested', NOW, wait)).toEqual({ basis: 'target', by: after(NOW, 60) });
  expect(expectation('published', NOW, undefined)).toBeUndefined();
});
