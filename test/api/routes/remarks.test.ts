/** What the desk says outside of a decision: among itself, or to the submitter, and never one for the other. */
import { describe, expect } from 'vitest';
import { events, letters, remarks } from '#api/db/tables.ts';
import { WRITER } from '#test/support/story.ts';
import { testWithStory } from '#test/support/story-test.ts';

const test = testWithStory({ inReview: true });

describe('remarks', () => {
  test('stay at the desk unless somebody says otherwise, and everybody who may see the submission reads them', async ({
    story,
    db,
  }) => {
    const before = await db.$count(letters);
    const { status, body } = await story.first.post(`/api/desk/submissions/${story.id}/remarks`, {
      text: 'Is the second figure right?',
    });

    expect(status).toBe(200);
    expect(body.remarks).toMatchObject([
      { person: 'rita', mine: true, audience: 'reviewers', revision: 1, text: 'Is the second figure right?' },
    ]);
    const seen = (await story.second.get(`/api/desk/submissions/${story.id}`)).body;
    expect(seen.remarks).toMatchObject([{ person: 'rita', mine: false }]);
    expect(seen.events.at(-1)).toMatchObject({ type: 'remark', actor: 'reviewer', person: 'rita' });
    expect((await story.status()).remarks).toEqual([]);
    expect(await db.$count(letters)).toBe(before);
  });

  test('to the submitter go by a neutral letter, and name a kind of person and nobody', async ({ story }) => {
    const text = 'Thank you: this is the best account of it that we have.';
    const { body } = await story.first.post(`/api/desk/submissions/${story.id}/remarks`, {
      text,
      audience: 'submitter',
    });
    await story.deliver();

    const [mail] = story.mailbox.to(WRITER).slice(-1);
    expect(mail?.text).toContain('There is news for you at Patch Commons.');
    expect(mail?.text).not.toContain(text);
    const status = await story.status();
    expect(status.remarks).toMatchObject([{ by: 'reviewer', text }]);
    expect(status.letters.at(-1).matter).toBe(`A reviewer wrote to you:\n\n${text}`);
    expect(JSON.stringify(status)).not.toMatch(/\brita\b/);
    expect(body.events.at(-1).type).toBe('write_to_submitter');
    const page = await story.submitter.get('/status/');
    expect(page.text).toContain('What we wrote to you');
  });

  test.for([
    ['somebody who is not assigned', 'third', { text: 'Me too.' }, 404],
    ['nobody: an empty one', 'first', { text: ' ' }, 422],
    ['nobody: one to everybody', 'first', { text: 'Hello', audience: 'public' }, 422],
  ] as const)('are taken from %s not', async ([, who, body, status], { story, db }) => {
    const before = await db.$count(events);
    const answer = await story[who].post(`/api/desk/submissions/${story.id}/remarks`, body);

    expect(answer.status).toBe(status);
    expect(await db.select().from(remarks)).toEqual([]);
    expect(await db.$count(events)).toBe(before);
  });
});
