/** Findings of the re-identification check at the desk: who sees which, and that approval waits for them. */
import { describe, expect } from 'vitest';
import { events, keptWords } from '#api/db/tables.ts';
import type { SubmissionInput } from '#schemas/submission.ts';
import { generalised, generalisedNote } from '#site/islands/desk/submission/generalised.ts';
import { lesson } from '#test/support/story.ts';
import { testWithStory } from '#test/support/story-test.ts';

const situation =
  'At Clinics of the North the server SRV-DB-0042 was left out, since 10.20.30.40 answered no scan.';
const telling: SubmissionInput = {
  ...lesson,
  content: {
    ...lesson.content,
    organization: { attribution: 'anonymous', sector: 'health', environments: [] },
    timeline: [],
    situation,
  },
};

const test = testWithStory({ sent: telling, inReview: true });

type Found = { kind: string; text: string; kept?: { by: string; reason: string } };
const findingsOf = async (
  who: { get: (address: string) => Promise<{ body: { findings: Found[] } }> },
  id: string,
) =>
  (await who.get(`/api/desk/submissions/${id}`)).body.findings.map(({ kind, text, kept }) => ({
    kind,
    text,
    ...(kept && { kept }),
  }));
const address = { kind: 'ip_address', text: '10.20.30.40' };
const server = { kind: 'host_name', text: 'SRV-DB-0042' };
const own = { kind: 'own_organization', text: 'Clinics of the North' };

describe('findings', () => {
  test('are shown to editors; a reviewer is not told which words are those of the contact', async ({
    story,
  }) => {
    expect(await findingsOf(story.editor, story.id)).toEqual([own, server, address]);
    expect(await findingsOf(story.first, story.id)).toEqual([server, address]);
  });

  test('hold up the approval until each is settled', async ({ story }) => {
    await story.recommend(story.first);
    await story.recommend(story.second);
    const early = await story.decide(story.editor, 'approve', { slug: 'a-lesson' });
    expect([early.status, early.body.detail]).toEqual([
      409,
      '3 findings of the re-identification check must be settled. Accept or mend each one.',
    ]);

    for (const { kind, text } of [own, server, address]) {
      const kept = await story.editor.post(`/api/desk/submissions/${story.id}/findings`, {
        kind,
        text,
        reason: 'Made up for this test.',
      });
      expect(kept.status).toBe(200);
    }
    const approved = await story.decide(story.editor, 'approve', { slug: 'a-lesson' });
    expect(approved.body.state).toBe('sign_off');
  });

  test('kept by a reviewer say by whom and why, and leave an event without the words', async ({
    story,
    db,
  }) => {
    const { body } = await story.first.post(`/api/desk/submissions/${story.id}/findings`, {
      ...address,
      reason: 'An address of the documentation.',
    });
    expect(body.findings.find(({ kind }: Found) => kind === 'ip_address').kept).toEqual({
      by: 'rita',
      reason: 'An address of the documentation.',
    });
    const [event] = (await db.select().from(events)).slice(-1);
    expect(event).toMatchObject({ type: 'keep_finding', actor: 'reviewer' });
    expect(JSON.stringify(await db.select().from(keptWords))).not.toContain(address.text);
  });

  test('are gone with the words, and what was kept stays kept in the next revision', async ({ story }) => {
    await story.editor.post(`/api/desk/submissions/${story.id}/findings`, {
      ...server,
      reason: 'Fictional.',
    });
    const { body } = await story.editor.get(`/api/desk/submissions/${story.id}`);
    const content = { ...body.content, situation: 'The server SRV-DB-0042 was left out.' };
    await story.decide(story.editor, 'revise', { content, note: 'Generalised' });

    const [left, ...none] = await findingsOf(story.editor, story.id);
    expect([left?.text, left?.kept?.reason, none]).toEqual([server.text, 'Fictional.', []]);
  });

  test('whose proposals are accepted become a revision, and the submitter sees what it took away before signing', async ({
    story,
  }) => {
    const { body } = await story.editor.get(`/api/desk/submissions/${story.id}`);
    const content = generalised(body.content, body.findings);
    await story.decide(story.editor, 'revise', { content, note: generalisedNote(body.findings) });
    expect(await findingsOf(story.editor, story.id)).toEqual([]);
    await story.recommend(story.first);
    await story.recommend(story.second);
    const approved = await story.decide(story.editor, 'approve', { slug: 'a-lesson' });

    expect(approved.body.state).toBe('sign_off');
    const { signOff } = await story.status();
    expect(signOff.notes).toMatchObject([{ revision: 2, note: generalisedNote(body.findings) }]);
    expect(signOff.sent.situation).toContain(server.text);
    expect(JSON.stringify(signOff.record)).not.toContain(server.text);
    const page = (await story.submitter.get('/status/')).text;
    expect(page).toMatch(new RegExp(`<del>.*?${server.text}`, 's'));
    expect(page).toContain('What the desk says of its changes');
  });

  test.for([
    ['a reviewer who is not assigned', 'third', address, 404],
    ['a reviewer, of words that only editors are shown', 'first', own, 409],
    ['anybody, of words that are not there', 'editor', { kind: 'ip_address', text: '10.0.0.1' }, 409],
  ] as const)('cannot be kept by %s', async ([, who, finding, status], { story, db }) => {
    const answer = await story[who].post(`/api/desk/submissions/${story.id}/findings`, {
      ...finding,
      reason: 'Let me.',
    });
    expect(answer.status).toBe(status);
    expect(await db.select().from(keptWords)).toEqual([]);
  });
});
