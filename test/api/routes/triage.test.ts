/** What an editor is hinted at before the review begins, and to whom it is not hinted. */
import { describe, expect } from 'vitest';
import { test } from '#test/support/database.ts';
import { lesson, type Story, tell } from '#test/support/story.ts';

const hintsOf = async (story: Story, who: Story['editor'], id = story.id) =>
  (await who.get(`/api/desk/submissions/${id}`)).body.hints;

/** Send the same lesson once more, from elsewhere. Answers its id, confirmed. */
async function again(story: Story, email: string): Promise<string> {
  const other = story.visitor();
  const contact = { name: 'Bo Other', email, organization: 'Elsewhere' };
  const { body } = await other.post('/api/submissions', { ...lesson, contact });
  await story.deliver();
  await other.post('/api/open', { code: story.codeFor(email) });
  await other.post(`/api/submissions/${body.id}/confirm`);
  return body.id;
}

describe('before the review begins', () => {
  test('an editor reads what it names and what tells the same, as links', async ({ db, jobs }) => {
    const story = await tell(db, jobs);
    await story.toReceived();
    const twin = await again(story, 'bo@elsewhere.example');

    const hints = await hintsOf(story, story.editor);

    expect(hints.specificity).toEqual({
      dates: 3,
      versions: 0,
      steps: 2,
      figures: 4,
      vulnerabilities: 1,
      sources: 0,
    });
    expect(hints.alike[0]).toMatchObject({ is: 'submission', id: twin, share: 1 });
    await story.close();
  });

  test('a submission hidden by a conflict is not hinted at, but its public page is', async ({ db, jobs }) => {
    const story = await tell(db, jobs);
    await story.toReceived();
    const twin = await again(story, 'bo@elsewhere.example');
    const tied = await story.person('tom@elsewhere.example', ['editor']);
    expect((await hintsOf(story, story.editor)).alike).toContainEqual(expect.objectContaining({ id: twin }));

    expect((await hintsOf(story, tied)).alike).toEqual([]);

    await story.close();
  });

  test('reviewers get no hints, and nobody does once it has begun', async ({ db, jobs }) => {
    const story = await tell(db, jobs);
    await story.toReview();

    expect(await hintsOf(story, story.editor)).toBeUndefined();
    expect(await hintsOf(story, story.first)).toBeUndefined();
    await story.close();
  });
});
