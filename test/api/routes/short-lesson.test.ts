/** A lesson told in two minutes, over HTTP: what can be done with it before and after somebody expands it. */
import { describe, expect } from 'vitest';
import { versions } from '#api/db/tables.ts';
import { lesson, scoresOf, WRITER } from '#test/support/story.ts';
import { testWithStory } from '#test/support/story-test.ts';

const told = {
  kind: 'lesson',
  form: 'short',
  contact: lesson.contact,
  consent: lesson.consent,
  content: {
    happened:
      'The kiosks in our halls froze after an update of the browser inside them. Nobody had thought of it.',
    differently: 'One kiosk of each hall in the first ring.',
    sector: 'retail',
  },
} as const;
/** What a reviewer made of it, without an exact day or figure that could give somebody away. */
const content = { ...lesson.content, timeline: [], measures: [] };

const test = testWithStory({ sent: told });

describe('before it is expanded', () => {
  test('the desk reads its two answers under its first words, and there is no page of it', async ({
    story,
  }) => {
    await story.toReview();
    const { body: queue } = await story.editor.get('/api/desk/submissions');
    const { body } = await story.editor.get(`/api/desk/submissions/${story.id}`);

    expect(queue.items[0]).toMatchObject({
      title: 'The kiosks in our halls froze after an update of the browser inside them. …',
      form: 'short',
      sector: 'retail',
    });
    expect(queue.items[0]).not.toHaveProperty('outcome');
    expect(body.content).toEqual(told.content);
    expect(body).not.toHaveProperty('record');
  });

  test('nobody can recommend its publication or approve it, and the refusal says what to do', async ({
    story,
  }) => {
    await story.toReview();
    const recommended = await story.recommend(story.first);
    const asked = await story.decide(story.first, 'recommend', {
      verdict: 'change',
      note: 'Too short.',
      rubric: scoresOf('lesson'),
    });
    const approved = await story.decide(story.editor, 'approve', { slug: 'too-early' });

    expect([recommended.status, asked.status, approved.status]).toEqual([409, 200, 409]);
    for (const { body } of [recommended, approved])
      expect(body.detail).toBe('This is a short lesson: expand it by revising it first.');
  });

  test('its writer can be asked, and answers in the short form or in the whole one', async ({ story }) => {
    await story.toReview();
    await story.decide(story.first, 'request_changes', { requests: ['How many kiosks?'] });
    const page = await story.submitter.get('/status/');
    const answers = [{ number: 1, answer: 'Sixty.' }];
    const asFull = await story.asSubmitter('resubmit', { answers, content: told.content });
    const again = await story.asSubmitter('resubmit', {
      form: 'short',
      answers,
      content: { ...told.content, happened: 'Sixty kiosks froze.' },
    });

    expect(page.text).toContain('name="content.happened"');
    expect(page.text).not.toContain('name="content.title"');
    expect(asFull.status).toBe(422);
    expect(again.body).toMatchObject({ state: 'in_review', revision: 2 });
  });

  test('a form without scripts is answered again as the short form', async ({ story }) => {
    const answer = await story.visitor().form('/api/submissions', {
      kind: 'lesson',
      form: 'short',
      'content.happened': 'The kiosks froze.',
      'contact.email': WRITER,
    });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Tell what you would do differently');
    expect(answer.text).toContain('>The kiosks froze.</textarea>');
    expect(answer.text).not.toContain('name="content.title"');
  });
});

test('expanded by a reviewer, it goes the whole way, and its writer sees what was made of it', async ({
  story,
  db,
}) => {
  await story.toReview();
  const expanded = await story.decide(story.first, 'revise', { content, note: 'Made of your two answers.' });
  await story.recommend(story.second);
  await story.recommend(story.editor);
  await story.settle();
  const approved = await story.decide(story.editor, 'approve', { slug: 'kiosks' });
  const { signOff } = await story.status();
  const page = await story.submitter.get('/status/');
  const signed = await story.asSubmitter('sign', { contentHash: signOff.contentHash });

  expect([expanded.status, approved.status, signed.status]).toEqual([200, 200, 200]);
  expect(signOff.sent).toEqual(told.content);
  expect(signOff.record.title).toBe(content.title);
  expect(page.text).toContain('You told it in two answers');
  expect(page.text).toContain('One kiosk of each hall in the first ring.');
  const [version] = await db.select().from(versions);
  expect(version?.published.record).toMatchObject({ title: content.title, measures: [] });
});
