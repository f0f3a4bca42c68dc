/** The page of publishing over HTTP: what editors read there, and trying again. */
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { startPublishing, stopPublishing } from '#api/actions/publish-moves.ts';
import { closeRun, openRun } from '#api/db/publishings.ts';
import { test } from '#test/support/database.ts';
import { tell } from '#test/support/story.ts';

const PUBLISHING = '/api/desk/publishing';
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 12, minute));

test('an editor reads what waits, what was stopped and why, and how the last builds went', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs);
  const { editor, id } = story;
  await story.toAccepted();
  const text = { id, slug: 'log4shell-in-clinics', version: 1, kind: 'lesson' };
  const texts = async () => (await editor.get(PUBLISHING)).body.texts;
  expect(await texts()).toMatchObject([{ ...text, standing: 'waiting' }]);

  const name = { submissionId: id, kind: 'lesson', slug: text.slug, version: 1 } as const;
  await startPublishing(story.deps, name);
  expect(await texts()).toMatchObject([{ ...text, standing: 'running' }]);
  await stopPublishing(story.deps, name, 'The site cannot be built with it.');

  expect(await texts()).toMatchObject([
    { ...text, standing: 'stopped', problem: 'The site cannot be built with it.' },
  ]);
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  await openRun(db, first, at(0));
  await closeRun(db, first, { at: at(1), build: undefined, problem: 'A page is broken.' });
  await openRun(db, second, at(2));
  expect((await editor.get(PUBLISHING)).body.builds).toEqual([
    { startedAt: at(2).toISOString(), built: false },
    {
      startedAt: at(0).toISOString(),
      finishedAt: at(1).toISOString(),
      built: false,
      problem: 'A page is broken.',
    },
  ]);
  for (const other of [story.first, await story.person('ada@desk.example', ['admin'])])
    expect((await other.get(PUBLISHING)).status).toBe(403);
  await story.close();
});

test('trying again is asked for once, however often it is pressed', async ({ db, jobs }) => {
  const story = await tell(db, jobs);
  const asked = async () =>
    (await db.execute(sql`select 1 from pgboss.job where name = 'publish_again'`)).rows.length;

  expect((await story.first.post(`${PUBLISHING}/retry`)).status).toBe(403);
  expect(await asked()).toBe(0);
  expect((await story.editor.post(`${PUBLISHING}/retry`)).status).toBe(202);
  expect((await story.editor.post(`${PUBLISHING}/retry`)).status).toBe(202);

  expect(await asked()).toBe(1);
  await story.close();
});
