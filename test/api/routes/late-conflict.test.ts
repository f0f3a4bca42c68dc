/** Ties that are found late, by whomever and wherever the submission stands: what they hide, void and stop. */
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { startPublishing } from '#api/actions/publish-moves.ts';
import { assignments, events, submissions } from '#api/db/tables.ts';
import { lesson, type Story, tell } from '#test/support/story.ts';
import { testWithStory } from '#test/support/story-test.ts';

const test = testWithStory();

const declareTie = (who: Story['editor'], organization: string = lesson.contact.organization) =>
  who.call('PUT', '/api/people/me/ties', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ties: [{ tie: 'customer', organization }] }),
  });
/** Letters that an address was sent. */
const sentTo = async (story: Story, address: string) => {
  await story.deliver();
  return story.mailbox.to(address).length;
};
const ESCALATION = 'escalation@example.org';

test('a conflict is declared after the approval too: nothing is signed or published on a word that is void, and an editor hears of it', async ({
  story,
}) => {
  const { id, first, second, third, editor } = story;
  await story.toSignOff();
  const before = await sentTo(story, 'edith@desk.example');
  const { signOff } = await story.status();

  expect((await story.decide(first, 'declare_conflict')).status).toBe(200);

  expect((await first.get(`/api/desk/submissions/${id}`)).status).toBe(404);
  expect(await sentTo(story, 'edith@desk.example')).toBe(before + 1);
  const refused = await story.asSubmitter('sign', { contentHash: signOff.contentHash });
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    expect.stringMatching(/another reviewer first/),
  ]);

  await story.decide(editor, 'return', { reason: 'It is read once more.' });
  await story.decide(editor, 'assign', { person: third.id });
  await story.recommend(third);
  await story.decide(editor, 'approve', { slug: 'log4shell-in-clinics' });
  await story.asSubmitter('sign', { contentHash: signOff.contentHash });
  expect(await story.state()).toBe('accepted');
  const told = await sentTo(story, 'edith@desk.example');
  expect((await declareTie(second)).status).toBe(204);

  const name = { submissionId: id, kind: 'lesson', slug: 'log4shell-in-clinics', version: 1 } as const;
  expect(await startPublishing(story.deps, name)).toBe(false);
  expect(await sentTo(story, 'edith@desk.example'), 'of a tie as of a conflict').toBe(told + 1);
});

test('an editor who sees on arrival that it is theirs to leave declares it before any review', async ({
  story,
  db,
}) => {
  await story.toReceived();

  expect((await story.decide(story.editor, 'declare_conflict')).status).toBe(200);

  expect((await story.editor.get('/api/desk/submissions')).body).toEqual({ items: [], counts: {} });
  expect(await sentTo(story, ESCALATION)).toBe(1);
  expect(await db.$count(events, eq(events.type, 'declare_conflict'))).toBe(1);
});

test('the word of somebody who is tied is void, is shown to nobody, and does not come back when they leave', async ({
  story,
  db,
}) => {
  const { id, first, second, editor } = story;
  const admin = await story.person('adam@desk.example', ['admin']);
  await story.toReview();
  await story.recommend(first);
  await story.recommend(second);
  await story.settle();
  expect((await declareTie(first)).status).toBe(204);
  const approve = () => story.decide(editor, 'approve', { slug: 'log4shell-in-clinics' });
  const tied = await approve();
  const { body } = await editor.get(`/api/desk/submissions/${id}`);

  expect((await admin.call('DELETE', `/api/people/${first.id}`)).status).toBe(204);
  const gone = await approve();

  expect(body.recommendations.map(({ person }: { person: string }) => person)).toEqual(['rolf']);
  expect(body.assigned.map(({ name }: { name: string }) => name)).toEqual(['rolf']);
  expect([tied.status, gone.status]).toEqual([409, 409]);
  expect((await admin.call('DELETE', `/api/people/${second.id}`)).status).toBe(204);
  expect(await db.$count(assignments), 'nobody waits for who left').toBe(0);
});

test('the escalation address hears of what waits when the last free editor is tied, leaves, or is no editor any more', async ({
  story,
}) => {
  const { editor } = story;
  const admin = await story.person('adam@desk.example', ['admin']);
  const [other, third] = [
    await story.person('otto@desk.example', ['editor']),
    await story.person('olga@desk.example', ['editor', 'reviewer']),
  ];
  await story.toReview();
  expect((await declareTie(editor, 'Somebody Else')).status).toBe(204);
  expect((await declareTie(editor)).status).toBe(204);
  expect(await sentTo(story, ESCALATION)).toBe(0);

  expect((await admin.call('DELETE', `/api/people/${other.id}`)).status).toBe(204);
  expect(await sentTo(story, ESCALATION)).toBe(0);
  const roles = await admin.call('PUT', `/api/people/${third.id}/roles`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roles: ['reviewer'] }),
  });
  expect([roles.status, await sentTo(story, ESCALATION)]).toEqual([204, 1]);
  expect((await declareTie(third)).status).toBe(204);
  expect(await sentTo(story, ESCALATION), 'of the same once').toBe(1);
});

test('a lesson that names its organization is hidden from people tied to that one, whoever sends it', async ({
  db,
  jobs,
}) => {
  const named = { attribution: 'named', name: 'Harbour Clinics', sector: 'health' } as const;
  const { environments, sizeBand } = lesson.content.organization;
  const organization = { ...named, environments, sizeBand };
  const story = await tell(db, jobs, { ...lesson, content: { ...lesson.content, organization } });
  await declareTie(story.third, 'The Harbour Clinics, Inc.');
  await story.toReceived();

  const { body } = await story.editor.get(`/api/desk/submissions/${story.id}`);
  expect(body.available.map(({ id }: { id: string }) => id)).not.toContain(story.third.id);

  await story.decide(story.editor, 'triage', { reviewers: [story.first.id, story.second.id] });
  await story.decide(story.first, 'revise', { content: lesson.content, note: 'It names nobody now.' });
  const later = await story.editor.get(`/api/desk/submissions/${story.id}`);
  expect(later.body.available.map(({ id }: { id: string }) => id)).toContain(story.third.id);
  expect(await db.$count(submissions)).toBe(1);
  await story.close();
});
