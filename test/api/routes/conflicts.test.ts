/** Whoever is tied to a source sees nothing of what it sent, whatever the role; and nobody learns whose conflict it was. */
import { expect } from 'vitest';
import { recommendations, versions } from '#api/db/tables.ts';
import { lesson, tell } from '#test/support/story.ts';
import { testWithStory } from '#test/support/story-test.ts';

const test = testWithStory();

test('a colleague of the submitter sees nothing of it, whatever the role', async ({ story }) => {
  const colleague = await story.person('eva@clinics.example', ['editor', 'reviewer', 'lab', 'admin']);
  await story.toReceived();

  expect((await colleague.get('/api/desk/submissions')).body).toEqual({ items: [], counts: {} });
  const hidden = await colleague.get(`/api/desk/submissions/${story.id}`);
  const absent = await colleague.get(`/api/desk/submissions/${crypto.randomUUID()}`);
  expect(hidden.text).toBe(absent.text);
  expect(hidden.status).toBe(404);
  const { body } = await story.editor.get(`/api/desk/submissions/${story.id}`);
  expect(body.available.map(({ id }: { id: string }) => id)).not.toContain(colleague.id);
});

test('a tie to the organization hides it, however its name is written', async ({ story }) => {
  await story.third.call('PUT', '/api/people/me/ties', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ties: [{ tie: 'customer', organization: 'The Clinics of the North, Inc.' }] }),
  });
  await story.toReceived();

  const answer = await story.decide(story.editor, 'triage', {
    reviewers: [story.first.id, story.third.id],
  });

  expect(answer.status).toBe(409);
  expect(answer.body.detail).toMatch(/not available/);
});

test('declaring a conflict hides it at once and voids what that person recommended', async ({
  story,
  db,
}) => {
  await story.toReview();
  await story.recommend(story.first);

  await story.decide(story.first, 'declare_conflict');

  expect((await story.first.get(`/api/desk/submissions/${story.id}`)).status).toBe(404);
  expect(await db.select().from(recommendations)).toEqual([]);
});

test('where every editor is in conflict, the escalation address hears of it, without a word about what it is', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs, {
    ...lesson,
    contact: { ...lesson.contact, email: 'edgar@desk.example' },
  });
  await story.open();
  await story.asSubmitter('confirm');
  await story.deliver();
  const [letter] = story.mailbox.to('escalation@example.org');
  await story.close();

  expect(letter?.text).toMatch(/There is news for you/);
  expect(letter?.text).not.toContain(story.receipt.receipt.reference);
});

test('an admin alone sees no submission', async ({ story }) => {
  const admin = await story.person('adam@desk.example', ['admin']);
  await story.toReceived();

  expect((await admin.get('/api/desk/submissions')).body).toEqual({ items: [], counts: {} });
  expect((await admin.get(`/api/desk/submissions/${story.id}`)).status).toBe(404);
});

test('an assignee who is in conflict by now gets no letter about it', async ({ story }) => {
  await story.toReview();
  await story.deliver();
  const before = story.mailbox.to('rolf@desk.example').length;
  await story.second.call('PUT', '/api/people/me/ties', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ties: [{ tie: 'competitor', organization: 'Clinics of the North' }] }),
  });
  await story.decide(story.first, 'request_changes', { requests: ['Which versions?'] });
  const { content } = await story.status();
  await story.asSubmitter('resubmit', { answers: [{ number: 1, answer: '2.14' }], content });
  await story.deliver();

  expect(before).toBe(1);
  expect(story.mailbox.to('rolf@desk.example')).toHaveLength(1);
  expect(story.mailbox.to('rita@desk.example').length).toBeGreaterThan(1);
});

test('the record counts only those whose word counted, and a tie that comes before the signature stops it', async ({
  story,
  db,
}) => {
  await story.toReview();
  const { content } = await story.status();
  await story.decide(story.editor, 'revise', {
    content: { ...content, title: 'Edited' },
    note: 'Shorter.',
  });
  await story.recommend(story.editor);
  await story.recommend(story.first);
  await story.recommend(story.second);
  await story.settle();
  await story.decide(story.editor, 'approve', { slug: 'counted' });
  const { signOff } = await story.status();
  const tie = (ties: object[]) =>
    story.second.call('PUT', '/api/people/me/ties', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ties }),
    });
  await tie([{ tie: 'investor', organization: 'Clinics of the North' }]);
  const stopped = await story.asSubmitter('sign', { contentHash: signOff.contentHash });
  await tie([]);
  await story.asSubmitter('sign', { contentHash: signOff.contentHash });

  expect(stopped.status).toBe(409);
  const [version] = await db.select().from(versions);
  expect(version?.published.provenance).toMatchObject({ recommendations: 2 });
});

test('whose conflict it was is nobody’s to read', async ({ story }) => {
  await story.toReview();
  await story.decide(story.first, 'declare_conflict');
  const { body } = await story.editor.get(`/api/desk/submissions/${story.id}`);

  const declared = body.events.find(({ type }: { type: string }) => type === 'declare_conflict');
  expect(declared).toBeDefined();
  expect(declared).not.toHaveProperty('person');
});
