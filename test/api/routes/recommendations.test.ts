/** Recommendations over HTTP: how many, by whom, of which revision, and who reads them when. */
import { expect } from 'vitest';
import { submissions } from '#api/db/tables.ts';
import { scoresOf } from '#test/support/story.ts';
import { testWithStory } from '#test/support/story-test.ts';

const test = testWithStory();

test('one is not enough, and the refusal says what is missing', async ({ story }) => {
  await story.toReview();
  await story.recommend(story.first);

  const answer = await story.decide(story.editor, 'approve', { slug: 'too-early' });

  expect(answer.status).toBe(409);
  expect(answer.body.detail).toMatch(/Two recommendations are needed; there is one/);
});

test('a revision voids them, and its author does not count among the two', async ({ story }) => {
  await story.toReview();
  await story.recommend(story.first);
  await story.recommend(story.second);
  const { content } = await story.status();
  await story.decide(story.first, 'revise', {
    content: { ...content, title: 'A clearer title' },
    note: 'Clearer.',
  });
  const voided = await story.decide(story.editor, 'approve', { slug: 'voided' });
  await story.recommend(story.first);
  await story.recommend(story.second);
  const byAuthor = await story.decide(story.editor, 'approve', { slug: 'by-author' });
  await story.recommend(story.editor);
  await story.settle();
  const enough = await story.decide(story.editor, 'approve', { slug: 'enough' });

  expect([voided.status, byAuthor.status, enough.status]).toEqual([409, 409, 200]);
  expect((await story.status()).signOff.record.title).toBe('A clearer title');
});

test('a reviewer reads what others say only after judging, so that each judges alone', async ({ story }) => {
  await story.toReview();
  await story.recommend(story.first);
  await story.decide(story.second, 'recommend', { verdict: 'abstain', note: 'Not my field.' });
  const before = await story.second.get(`/api/desk/submissions/${story.id}`);
  await story.recommend(story.second);
  const after = await story.second.get(`/api/desk/submissions/${story.id}`);

  expect(before.body).toMatchObject({ recommendations: [{ mine: true }], hiddenRecommendations: 1 });
  expect(after.body.recommendations).toHaveLength(2);
});

test('are hidden in the lab too, since the review goes on afterwards on the same text', async ({
  story,
  db,
}) => {
  await story.toReview();
  await story.recommend(story.first);
  await db.update(submissions).set({ state: 'in_lab' });

  expect((await story.second.get(`/api/desk/submissions/${story.id}`)).body.hiddenRecommendations).toBe(1);
});

test('keep their scores with the version of the rubric; who abstains gives a reason and scores nothing', async ({
  story,
}) => {
  await story.toReview();
  const rubric = scoresOf('lesson');
  const said = { verdict: 'change', note: 'Nearly.' };
  const answers = [
    await story.decide(story.first, 'recommend', said),
    await story.decide(story.first, 'recommend', { ...said, rubric: { ...rubric, safety: { score: 5 } } }),
    await story.decide(story.first, 'recommend', { ...said, rubric: scoresOf('offering') }),
    await story.decide(story.first, 'recommend', { verdict: 'abstain', note: '' }),
    await story.decide(story.first, 'recommend', { verdict: 'abstain', note: 'Not my field.' }),
    await story.decide(story.second, 'recommend', { ...said, rubric }),
  ];

  expect(
    answers.map(({ status, body }) => [status, body.issues?.map(({ path }: { path: string }) => path)]),
  ).toEqual([
    [422, ['rubric']],
    [422, ['rubric.safety.score', 'rubric.safety.because']],
    [422, ['rubric.claims.score']],
    [422, ['note']],
    [200, undefined],
    [200, undefined],
  ]);
  const { body } = await story.editor.get(`/api/desk/submissions/${story.id}`);
  expect(body.recommendations).toMatchObject([
    { person: 'rita', verdict: 'abstain', note: 'Not my field.' },
    { person: 'rolf', verdict: 'change', rubric, rubricVersion: '1.1' },
  ]);
  expect(body.recommendations[0]).not.toHaveProperty('rubric');
});

test('a reviewer steps down with a reason, which editors read and are told of', async ({ story }) => {
  await story.toReview();
  await story.deliver();
  const mails = story.mailbox.to('edith@desk.example').length;
  const silent = await story.decide(story.first, 'unassign', { person: story.first.id });
  const { status } = await story.decide(story.first, 'unassign', {
    person: story.first.id,
    reason: 'I am away until May.',
  });
  await story.deliver();
  const eventOf = async (who: typeof story.editor) =>
    (await who.get(`/api/desk/submissions/${story.id}`)).body.events.at(-1);

  expect([silent.status, silent.body.issues[0].path, status]).toEqual([422, 'reason', 200]);
  expect(await eventOf(story.editor)).toMatchObject({ type: 'unassign', reason: 'I am away until May.' });
  expect(await eventOf(story.second)).not.toHaveProperty('reason');
  expect(story.mailbox.to('edith@desk.example').length).toBe(mails + 1);
});

test('those who are not assigned do not even see it', async ({ story }) => {
  await story.toReview();

  const answer = await story.third.post(`/api/desk/submissions/${story.id}/recommend`, {
    revision: 1,
    verdict: 'publish',
    note: 'I like it.',
    rubric: scoresOf('lesson'),
  });

  expect(answer.status).toBe(404);
});
