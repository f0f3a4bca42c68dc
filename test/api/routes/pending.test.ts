/** Decisions that are prepared, looked over and released together; letters that are read and edited before they go. */
import { desc, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { Db } from '#api/db/client.ts';
import { listEventLines } from '#api/db/events.ts';
import { events, letters, pendingDecisions } from '#api/db/tables.ts';
import { verifyChain } from '#api/review/events.ts';
import { test as withDatabase } from '#test/support/database.ts';
import { type Story, tell, WRITER } from '#test/support/story.ts';

const test = withDatabase.extend('story', async ({ db, jobs }, { onCleanup }) => {
  const story = await tell(db, jobs);
  onCleanup(story.close);
  await story.toReview();
  return story;
});

const declined = {
  action: 'decline',
  input: { revision: 1, code: 'promotional', message: 'It praises a product.', repair: 'Say what it does.' },
} as const;
const asked = {
  action: 'request_changes',
  input: { revision: 1, requests: ['Which versions?', 'When?'] },
} as const;

const newestLetter = async (db: Db) => {
  const [letter] = await db
    .select()
    .from(letters)
    .where(eq(letters.addressee, 'contact'))
    .orderBy(desc(letters.createdAt))
    .limit(1);
  return letter;
};

describe('a letter before it goes', () => {
  test('is read word for word as it will go, and reading it does nothing', async ({ story, db }) => {
    const before = await db.$count(events);
    const read = await story.first.post(`/api/desk/submissions/${story.id}/letter`, asked);
    await story.decide(story.first, 'request_changes', { requests: asked.input.requests });

    expect(read.body.matter).toContain('1. Which versions?\n\n2. When?');
    expect((await newestLetter(db))?.matter).toBe(read.body.matter);
    expect(await db.$count(events)).toBe(before + 1);
  });

  test('goes as it was edited; what leaves by mail stays neutral and keeps its link', async ({
    story,
    db,
  }) => {
    const matter = 'Dear Ana, we thought about this for long.\n\nWe will not publish it as it stands.';
    const { status } = await story.decide(story.editor, 'decline', { ...declined.input, matter });
    await story.deliver();

    expect(status).toBe(200);
    const letter = await newestLetter(db);
    expect(letter).toMatchObject({ kind: 'declined', matter });
    expect(letter?.body).toContain('{link}');
    const [mail] = story.mailbox.to(WRITER).slice(-1);
    expect(mail?.text).not.toContain('Dear Ana');
    expect(mail?.text).toMatch(/\/open\/#/);
    expect((await story.status()).decline).toMatchObject({ repair: 'Say what it does.' });
  });

  test('is refused in words where the decision would be', async ({ story }) => {
    const early = await story.editor.post(`/api/desk/submissions/${story.id}/letter`, {
      action: 'approve',
      input: { revision: 1, slug: 'too-early' },
    });

    expect([early.status, early.body.detail]).toEqual([
      409,
      'Two recommendations are needed; there are none. Ask another reviewer.',
    ]);
  });
});

describe('a prepared decision', () => {
  const at = (id: string) => `/api/desk/submissions/${id}/pending`;
  const put = (story: Story, body: object, who = story.editor) =>
    who.call('PUT', at(story.id), {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('has no effect before it is released; then it is taken by whoever releases it, with the edited letter', async ({
    story,
    db,
  }) => {
    const other = await story.person('otto@desk.example', ['editor']);
    const before = await db.$count(events);
    const prepared = await put(story, { ...declined, input: { ...declined.input, matter: 'Dear Ana.' } });
    const listed = await other.get('/api/desk/pending');

    expect(prepared.status).toBe(200);
    expect(await story.state()).toBe('in_review');
    expect(await db.$count(events)).toBe(before);
    expect(listed.body).toEqual([prepared.body]);
    expect(listed.body).toMatchObject([{ id: story.id, by: 'edith', matter: 'Dear Ana.' }]);
    expect((await other.get(`/api/desk/submissions/${story.id}`)).body.pending).toMatchObject({
      action: 'decline',
      by: 'edith',
    });
    expect((await story.first.get(`/api/desk/submissions/${story.id}`)).body).not.toHaveProperty('pending');

    const absent = crypto.randomUUID();
    const released = await other.post('/api/desk/pending/release', { ids: [absent, story.id] });

    expect(released.body.results).toEqual([
      { id: absent, refused: 'There is nothing here that you can see.' },
      { id: story.id, moved: { id: story.id, state: 'declined', revision: 1, live: 'none' } },
    ]);
    expect(await newestLetter(db)).toMatchObject({ kind: 'declined', matter: 'Dear Ana.' });
    expect(await db.select().from(pendingDecisions)).toEqual([]);
    const [last] = await db.select().from(events).orderBy(desc(events.seq)).limit(1);
    expect(last).toMatchObject({ type: 'decline', personId: other.id });
    expect(verifyChain(await listEventLines(db, story.id))).toEqual({ ok: true });
  });

  test('on a text that has changed since is refused in words, and waits until it is taken back', async ({
    story,
    db,
  }) => {
    await put(story, asked);
    const { content } = await story.status();
    await story.decide(story.first, 'revise', { content: { ...content, title: 'Newer' }, note: 'Newer.' });
    const [listed] = (await story.editor.get('/api/desk/pending')).body;
    const released = await story.editor.post('/api/desk/pending/release', { ids: [story.id] });
    const left = await db.$count(pendingDecisions);
    const takenBack = await story.editor.call('DELETE', at(story.id));
    const again = await story.editor.call('DELETE', at(story.id));

    expect(released.body.results).toEqual([
      { id: story.id, refused: expect.stringMatching(/revision 2 is the newest/) },
    ]);
    expect(listed.blockedBy).toBe(released.body.results[0].refused);
    expect([left, takenBack.status, again.status]).toEqual([1, 204, 409]);
    expect(await story.state()).toBe('in_review');
    expect(await db.$count(events, eq(events.type, 'request_changes'))).toBe(0);
  });

  test('is not there for editors in conflict, and goes with the conflict of who prepared it', async ({
    story,
    db,
  }) => {
    const tied = await story.person('tom@clinics.example', ['editor']);
    await put(story, declined);

    expect((await tied.get('/api/desk/pending')).body).toEqual([]);
    for (const [method, path, body] of [
      ['PUT', 'pending', declined],
      ['DELETE', 'pending', undefined],
      ['POST', 'letter', declined],
      ['POST', 'remarks', { text: 'Hello' }],
    ] as const) {
      const ask = (id: string) =>
        tied.call(method, `/api/desk/submissions/${id}/${path}`, {
          headers: { 'content-type': 'application/json' },
          ...(body && { body: JSON.stringify(body) }),
        });
      const [hidden, absent] = [await ask(story.id), await ask(crypto.randomUUID())];
      expect([hidden.status, hidden.text], path).toEqual([404, absent.text]);
    }
    const release = async (id: string) =>
      (await tied.post('/api/desk/pending/release', { ids: [id] })).body.results[0].refused;
    expect(await release(story.id)).toBe(await release(crypto.randomUUID()));
    expect(await story.state()).toBe('in_review');

    await story.decide(story.editor, 'declare_conflict');
    expect(await db.select().from(pendingDecisions)).toEqual([]);
  });

  test('is the business of editors, is checked by the schema of its action, and is asked of the workflow', async ({
    story,
    db,
  }) => {
    const answers = [
      await put(story, asked, story.first),
      await story.first.get('/api/desk/pending'),
      await story.first.post('/api/desk/pending/release', { ids: [story.id] }),
      await put(story, { action: 'decline', input: { revision: 1, code: 'promotional' } }),
      await put(story, { action: 'triage', input: { revision: 1, reviewers: [] } }),
      await put(story, { action: 'return', input: { revision: 1, reason: 'Wait.' } }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 422, 422, 409]);
    expect(answers[3]?.body.issues.map(({ path }: { path: string }) => path)).toEqual([
      'input.message',
      'input.repair',
    ]);
    expect(await db.select().from(pendingDecisions)).toEqual([]);
  });
});
