/** Decisions that are prepared, looked over and released together; letters that are read and edited before they go. */
import { desc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { describe, expect } from 'vitest';
import { showPending } from '#api/actions/show-pending.ts';
import type { Db } from '#api/db/client.ts';
import { listEventLines } from '#api/db/events.ts';
import { findFacts, readFacts } from '#api/db/facts.ts';
import * as schema from '#api/db/tables.ts';
import { NOTHING_HERE } from '#api/errors.ts';
import { organizationKey } from '#api/review/conflicts.ts';
import { verifyChain } from '#api/review/events.ts';
import type { PendingDecision, Released } from '#schemas/pending.ts';
import { test as withDatabase } from '#test/support/database.ts';
import { DEPLOY, recordOf } from '#test/support/lab.ts';
import { offeringSent } from '#test/support/offering.ts';
import { lesson, type Story, tell, WRITER } from '#test/support/story.ts';
import { testWithStory } from '#test/support/story-test.ts';

const { events, letters, pendingDecisions, submissions, ties } = schema;

const test = testWithStory({ inReview: true });

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

const NOW = new Date('2026-11-22T12:00:00Z');

/** Another lesson by somebody else, taken into review. */
async function anotherInReview(story: Story, email: string): Promise<string> {
  const submitter = story.visitor();
  const sent = { ...lesson, contact: { ...lesson.contact, email, organization: 'Farm' } };
  const { id } = (await submitter.post('/api/submissions', sent)).body;
  await story.deliver();
  await submitter.post('/api/open', { code: story.codeFor(email) });
  await submitter.post(`/api/submissions/${id}/confirm`);
  const reviewers = [story.first.id, story.second.id];
  await story.editor.post(`/api/desk/submissions/${id}/triage`, { revision: 1, reviewers });
  return id;
}

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

  test('does not go where it tells of what is no longer so, before somebody has read how it would be worded now', async ({
    story,
    db,
  }) => {
    const read = await story.editor.post(`/api/desk/submissions/${story.id}/letter`, declined);
    const other = { ...declined.input, repair: 'Name the product and its fault.' };
    const edited = { ...other, matter: 'Dear Ana, say what it does.', wording: read.body.wording };
    const stale = await story.decide(story.editor, 'decline', edited);
    const anew = await story.editor.post(`/api/desk/submissions/${story.id}/letter`, {
      action: 'decline',
      input: other,
    });

    expect(stale.status).toBe(422);
    expect(stale.body.issues).toEqual([{ path: 'matter', message: expect.stringMatching(/has changed/) }]);
    expect(anew.body.matter).toContain('Name the product and its fault.');
    expect(await story.state()).toBe('in_review');
    await story.decide(story.editor, 'decline', { ...edited, wording: anew.body.wording });
    expect(await newestLetter(db)).toMatchObject({ kind: 'declined', matter: edited.matter });
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

const at = (id: string) => `/api/desk/submissions/${id}/pending`;
/** `replaces`: when the one was prepared whose place it takes. */
const put = (story: Story, body: object, who = story.editor, replaces?: string) =>
  who.call('PUT', `${at(story.id)}?${new URLSearchParams(replaces ? { replaces } : {})}`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
/** What one would read who looks the prepared decisions over. */
const listed = async (who: Story['editor']): Promise<PendingDecision[]> =>
  (await who.get('/api/desk/pending')).body;
const release = async (
  who: Story['editor'],
  decisions: readonly { id: string; at: string }[],
): Promise<Released['results']> =>
  (await who.post('/api/desk/pending/release', { decisions: decisions.map(({ id, at }) => ({ id, at })) }))
    .body.results;

describe('a prepared decision', () => {
  test('has no effect before it is released; then it is taken by whoever releases it, with the edited letter', async ({
    story,
    db,
  }) => {
    const other = await story.person('otto@desk.example', ['editor']);
    const before = await db.$count(events);
    const prepared = await put(story, { ...declined, input: { ...declined.input, matter: 'Dear Ana.' } });
    const seen = await listed(other);

    expect(prepared.status).toBe(200);
    expect(await story.state()).toBe('in_review');
    expect(await db.$count(events)).toBe(before);
    expect(seen).toEqual([prepared.body]);
    expect(seen).toMatchObject([{ id: story.id, by: 'edith', matter: 'Dear Ana.' }]);
    expect((await other.get(`/api/desk/submissions/${story.id}`)).body.pending).toMatchObject({
      action: 'decline',
      by: 'edith',
    });
    expect((await story.first.get(`/api/desk/submissions/${story.id}`)).body).not.toHaveProperty('pending');

    const absent = crypto.randomUUID();
    const released = await release(other, [{ id: absent, at: prepared.body.at }, ...seen]);

    expect(released).toEqual([
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
    const seen = await listed(story.editor);
    const released = await release(story.editor, seen);
    const left = await db.$count(pendingDecisions);
    const takenBack = await story.editor.call('DELETE', at(story.id));
    const again = await story.editor.call('DELETE', at(story.id));

    expect(released).toEqual([{ id: story.id, refused: expect.stringMatching(/revision 2 is the newest/) }]);
    expect(seen[0]?.blockedBy).toBe(released[0]?.refused);
    expect([left, takenBack.status, again.status]).toEqual([1, 204, 409]);
    expect(await story.state()).toBe('in_review');
    expect(await db.$count(events, eq(events.type, 'request_changes'))).toBe(0);
  });

  test('is not there for editors in conflict, and goes with the conflict of who prepared it', async ({
    story,
    db,
  }) => {
    const tied = await story.person('tom@clinics.example', ['editor']);
    const { at } = (await put(story, declined)).body;

    expect(await listed(tied)).toEqual([]);
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
    const refusalOf = async (id: string) => (await release(tied, [{ id, at }]))[0]?.refused;
    expect(await refusalOf(story.id)).toBe(await refusalOf(crypto.randomUUID()));
    expect(await story.state()).toBe('in_review');

    await story.decide(story.editor, 'declare_conflict');
    expect(await db.select().from(pendingDecisions)).toEqual([]);
  });

  test('is void with a tie of who prepared it, as if nobody had', async ({ story, db }) => {
    const other = await story.person('otto@desk.example', ['editor']);
    const { at: since } = (await put(story, declined)).body;
    expect(await listed(other)).toHaveLength(1);

    const organization = 'Clinics of the North';
    const tie = { tie: 'customer', organization, organizationKey: organizationKey(organization) } as const;
    await db.insert(ties).values({ ...tie, personId: story.editor.id });

    expect(await listed(other)).toEqual([]);
    expect((await other.get(`/api/desk/submissions/${story.id}`)).body).not.toHaveProperty('pending');
    expect(await release(other, [{ id: story.id, at: since }])).toMatchObject([{ refused: NOTHING_HERE }]);
    expect((await other.call('DELETE', at(story.id))).status).toBe(409);
    expect((await put(story, declined, other)).body.by).toBe('otto');
  });

  test('that fails by a fault of ours is told of like one that is refused, beside what came of the others', async ({
    story,
    db,
  }) => {
    const { at: since } = (await put(story, declined)).body;
    await db.update(pendingDecisions).set({ input: {} });
    const absent = crypto.randomUUID();

    const released = await release(story.editor, [
      { id: story.id, at: since },
      { id: absent, at: since },
    ]);

    expect(released).toEqual([
      { id: story.id, refused: expect.stringMatching(/still waits/) },
      { id: absent, refused: NOTHING_HERE },
    ]);
    expect([await story.state(), await db.$count(pendingDecisions)]).toEqual(['in_review', 1]);
  });

  test('is one of the state in which it was prepared, whether its sender said so or not', async ({
    story,
  }) => {
    await put(story, declined);
    await story.decide(story.first, 'request_changes', { requests: asked.input.requests });
    const seen = await listed(story.editor);

    const [result] = await release(story.editor, seen);

    expect(result?.refused).toMatch(/Somebody else has decided.*“Changes requested”/);
    expect(seen[0]?.blockedBy).toBe(result?.refused);
    expect(await story.state()).toBe('changes_requested');
  });

  test('is neither replaced nor released by somebody who has not seen it', async ({ story }) => {
    const other = await story.person('otto@desk.example', ['editor']);
    const { at: first } = (await put(story, declined)).body;
    const before = await listed(story.editor);
    const unseen = await put(story, asked, other);
    const replaced = await put(story, asked, other, first);

    expect([unseen.status, unseen.body.detail]).toEqual([409, expect.stringMatching(/^edith has prepared/)]);
    expect(replaced.status).toBe(200);
    const [refused] = await release(story.editor, before);
    expect(refused?.refused).toMatch(/^otto has prepared a decision here that you have not seen/);
    expect((await put(story, declined, story.editor, first)).status).toBe(409);
    expect(await story.state()).toBe('in_review');
    expect(await release(story.editor, await listed(story.editor))).toMatchObject([
      { moved: { state: 'changes_requested' } },
    ]);
  });

  test('is taken once, however many release it at the same moment', async ({ story, db }) => {
    const other = await story.person('otto@desk.example', ['editor']);
    await put(story, declined);
    const seen = await listed(other);

    const results = await Promise.all([story.editor, other, other].map((who) => release(who, seen)));

    expect(results.flat().filter(({ moved }) => moved)).toHaveLength(1);
    expect(await db.$count(letters, eq(letters.kind, 'declined'))).toBe(1);
    expect(await db.$count(events, eq(events.type, 'decline'))).toBe(1);
  });

  test('costs as few statements in a long list as in a short one', async ({ story, db, database }) => {
    if (database.kind === 'postgres') return;
    const statements: string[] = [];
    const logger = { logQuery: (statement: string) => statements.push(statement) };
    const logged = drizzle({ client: database.client, schema, casing: 'snake_case', logger });
    const editor = {
      ...story.editor,
      name: 'edith',
      email: '',
      roles: ['editor' as const],
      secondFactor: false,
    };
    const look = async () => {
      statements.length = 0;
      const shown = await showPending({ ...story.deps, db: logged }, editor);
      return { shown, number: statements.length };
    };
    await put(story, declined);
    const one = await look();
    for (const name of ['bo', 'cy']) {
      const id = await anotherInReview(story, `${name}@farm.example`);
      await put({ ...story, id }, { ...asked, input: { ...asked.input, requests: [name] } });
    }
    const three = await look();

    expect(one.number).toBeGreaterThan(5);
    expect(three.number).toBe(one.number);
    expect(three.shown.map(({ decision: { action }, blockedBy }) => [action, blockedBy])).toEqual([
      ['decline', undefined],
      ...Array.from({ length: 2 }, () => ['request_changes', undefined]),
    ]);
    expect(three.shown.map(({ matter }) => matter.match(/^1\. (\w+)$/m)?.[1])).toEqual([
      undefined,
      'bo',
      'cy',
    ]);
    const rows = await db.select().from(submissions);
    const factsOf = await readFacts(db, rows, NOW);
    for (const row of rows) expect(factsOf(row)).toEqual(await findFacts(db, row, NOW));
  });

  test('is the business of editors, is checked by the schema of its action, and is asked of the workflow', async ({
    story,
    db,
  }) => {
    const answers = [
      await put(story, asked, story.first),
      await story.first.get('/api/desk/pending'),
      await story.first.post('/api/desk/pending/release', {
        decisions: [{ id: story.id, at: new Date().toISOString() }],
      }),
      await put(story, { action: 'decline', input: { revision: 1, code: 'promotional' } }),
      await put(story, { action: 'recommend', input: { revision: 1, verdict: 'publish' } }),
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

describe('a decision about the lab', () => {
  const test = withDatabase.extend('stay', async ({ db, jobs }, { onCleanup }) => {
    const story = await tell(db, jobs, offeringSent);
    onCleanup(story.close);
    const lab = await story.person('lars@desk.example', ['lab']);
    await story.toReceived();
    return { ...story, lab, at: `/api/desk/submissions/${story.id}` };
  });
  const yes = { product: 'yes', requirement: 'yes', contact: 'yes' };

  test('waits like any other, its letter edited, and says why if it can no longer be taken', async ({
    stay,
    db,
  }) => {
    const { editor } = stay;
    const reviewers = [stay.first.id, stay.second.id];
    const triage = {
      revision: 1,
      reviewers,
      responsiveness: yes,
      matter: 'Dear Vera, Rita and Rolf read it now.',
    };
    const { names } = (await put(stay, { action: 'triage', input: triage })).body;
    expect(names).toEqual({ [stay.first.id]: 'rita', [stay.second.id]: 'rolf' });
    expect(await release(editor, await listed(editor))).toMatchObject([{ moved: { state: 'in_review' } }]);
    expect(await newestLetter(db)).toMatchObject({ kind: 'review_started', matter: triage.matter });

    const send = { revision: 1, procedures: [DEPLOY, 'no-such-thing'], note: 'Two weeks from Monday.' };
    const stray = await put(stay, { action: 'send_to_lab', input: send });
    const prepared = await put(stay, { action: 'send_to_lab', input: { ...send, procedures: [DEPLOY] } });
    expect([stray.status, stray.body.issues?.[0]?.path]).toEqual([422, 'input.procedures.1']);
    expect(prepared.body.matter).toMatch(/Release in rings.*\n\nTwo weeks from Monday\.$/);

    const { procedures } = stay.deps;
    stay.deps.procedures = [];
    const [dropped] = await release(editor, await listed(editor));
    stay.deps.procedures = procedures;
    expect(dropped?.refused).toMatch(/^There is no lab procedure “routine-patching-deploy”/);
    expect(await release(editor, await listed(editor))).toMatchObject([{ moved: { state: 'in_lab' } }]);
    expect(await newestLetter(db)).toMatchObject({ kind: 'lab_dates', matter: prepared.body.matter });
  });

  test('tells of the results as they are when it goes, whatever its letter was edited from', async ({
    stay,
    db,
  }) => {
    const { lab, at } = stay;
    await stay.decide(stay.editor, 'triage', {
      reviewers: [stay.first.id, stay.second.id],
      responsiveness: yes,
    });
    await stay.decide(stay.editor, 'send_to_lab', { procedures: [DEPLOY], note: 'On Monday.' });
    const [run] = (await lab.get(at)).body.lab.runs;
    const record = (body: object) =>
      lab.post(`${at}/lab-runs/${run.id}`, { files: [], deskOnly: [], ...body });
    expect((await record(recordOf(DEPLOY))).status).toBe(200);
    const input = { revision: 1, note: 'Thank you for the licence.' };
    const read = await lab.post(`${at}/letter`, { action: 'finish_lab', input });
    expect(read.body.matter).toMatch(/Release in rings.*: Verified\./);

    await record(recordOf(DEPLOY, { 1: 'otherwise' }, { verdict: 'failed' }));
    const matter = `Dear Vera,\n\n${read.body.matter}`;
    const stale = await lab.post(`${at}/finish_lab`, { ...input, matter, wording: read.body.wording });
    const anew = await lab.post(`${at}/letter`, { action: 'finish_lab', input });

    expect([stale.status, await stay.state()]).toEqual([422, 'in_lab']);
    expect(anew.body.matter).toMatch(/: Failed\./);
    const edited = { matter: `Dear Vera,\n\n${anew.body.matter}`, wording: anew.body.wording };
    expect((await lab.post(`${at}/finish_lab`, { ...input, ...edited })).body.state).toBe('in_review');
    expect(await newestLetter(db)).toMatchObject({ kind: 'lab_results', matter: edited.matter });
  });
});
