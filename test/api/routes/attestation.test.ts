/** A text whose source nobody can name: an assignee sees an outline of it until they say that nothing ties them to it. */
import { expect } from 'vitest';
import { attestations } from '#api/db/tables.ts';
import { test } from '#test/support/database.ts';
import { lesson, tell } from '#test/support/story.ts';

const unknown = { ...lesson, contact: { name: 'Ana', email: 'ana@gmail.com', organization: 'none' } };
const [LIST, DESK] = ['/api/desk/attestations', '/api/desk/submissions'];

test('it stays shut to whoever is asked to review it, but for sector and size, until they attest or step away', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs, unknown);
  const { id, first, second, third, editor } = story;
  await story.toReview();

  const { body } = await first.get(LIST);
  expect(body).toEqual([
    {
      id,
      reference: expect.any(String),
      kind: 'lesson',
      revision: 1,
      since: expect.any(String),
      sector: 'health',
      sizeBand: '1000_9999',
    },
  ]);
  expect((await first.get(`${DESK}/${id}`)).status).toBe(404);
  expect((await first.get(DESK)).body).toMatchObject({ items: [], counts: {} });
  expect((await story.recommend(first)).status).toBe(404);
  for (const somebody of [third, editor]) expect((await somebody.get(LIST)).body).toEqual([]);
  expect((await third.post(`${LIST}/${id}`, { noTie: true })).status).toBe(404);

  expect((await first.post(`${LIST}/${id}`, { noTie: false })).status).toBe(422);
  expect((await first.post(`${LIST}/${id}`, { noTie: true })).status).toBe(204);
  expect((await first.get(LIST)).body).toEqual([]);
  expect((await first.get(`${DESK}/${id}`)).status).toBe(200);
  expect((await story.recommend(first)).status).toBe(200);

  expect((await story.decide(second, 'declare_conflict')).status).toBe(200);
  expect((await second.get(LIST)).body).toEqual([]);
  expect((await second.post(`${LIST}/${id}`, { noTie: true })).status).toBe(404);
  expect(await db.$count(attestations)).toBe(1);
  await story.close();
});

test('an editor who recommends has attested too, since their word counts as a reviewer’s', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs, unknown);
  const { id, editor } = story;
  await story.toReview();

  const refused = await story.recommend(editor);
  expect(refused).toMatchObject({
    status: 409,
    body: { detail: expect.stringMatching(/where this comes from/) },
  });

  await story.decide(editor, 'assign', { person: editor.id });
  expect((await editor.post(`${LIST}/${id}`, { noTie: true })).status).toBe(204);
  expect((await story.recommend(editor)).status).toBe(200);
  await story.close();
});
