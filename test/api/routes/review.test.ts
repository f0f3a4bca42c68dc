/** The review over HTTP: what each action does, what it refuses, and what it leaves behind. */
import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { listEventLines } from '#api/db/events.ts';
import { events, letters, recommendations, submissions, versions } from '#api/db/tables.ts';
import { verifyChain } from '#api/review/events.ts';
import { lesson, scoresOf, WRITER } from '#test/support/story.ts';
import { testWithStory } from '#test/support/story-test.ts';

const test = testWithStory();

describe('from the form to the signature', () => {
  test('a lesson goes the whole way, and every step leaves its event and its letter', async ({
    story,
    db,
  }) => {
    await story.toAccepted();

    expect(await story.state()).toBe('accepted');
    const lines = await listEventLines(db, story.id);
    expect(lines.map(({ type, actor }) => `${type} by ${actor}`)).toEqual([
      'submit by submitter',
      'confirm by submitter',
      'triage by editor',
      'recommend by reviewer',
      'recommend by reviewer',
      ...Array.from({ length: 2 }, () => 'keep_finding by editor'),
      'approve by editor',
      'sign by submitter',
    ]);
    expect(verifyChain(lines)).toEqual({ ok: true });
    const written = await db
      .select({ kind: letters.kind })
      .from(letters)
      .where(eq(letters.addressee, 'contact'));
    expect(written.map(({ kind }) => kind).sort()).toEqual([
      'confirm_address',
      'receipt',
      'review_started',
      'text_to_approve',
      'thanks',
    ]);
  });

  test('what was signed is what is stored for publication, and what was not released is not in it', async ({
    story,
    db,
  }) => {
    await story.toSignOff();
    const { signOff } = await story.status();
    await story.asSubmitter('sign', { contentHash: signOff.contentHash });

    const [version] = await db.select().from(versions);
    expect(version?.published).toMatchObject({
      slug: 'log4shell-in-clinics',
      version: 1,
      contentHash: signOff.contentHash,
      record: signOff.record,
    });
    expect(version?.published.record).toMatchObject({ measures: [] });
    expect(version?.published.provenance).toMatchObject({
      origin: 'submitted',
      rounds: 1,
      recommendations: 2,
    });
  });

  test('nobody at the desk sees a lesson before its address is confirmed', async ({ story }) => {
    const before = await story.editor.get('/api/desk/submissions');
    const one = await story.editor.get(`/api/desk/submissions/${story.id}`);
    await story.toReceived();
    const after = await story.editor.get('/api/desk/submissions');

    expect(before.body).toEqual({ items: [], counts: {} });
    expect(one.status).toBe(404);
    expect(after.body.counts).toEqual({ received: 1 });
    expect(after.body.items[0]).toMatchObject({ id: story.id, title: lesson.content.title, assigned: 0 });
  });

  test('the code shown at sending does not confirm an address, because it proves nothing about it', async ({
    story,
  }) => {
    const answer = await story.submitter.post(
      `/api/submissions/${story.id}/confirm`,
      {},
      { authorization: `Bearer ${story.receipt.token}` },
    );

    expect(answer.status).toBe(403);
    expect(answer.body.detail).toMatch(/letter/);
  });

  test('opening the link confirms nothing, since mail scanners follow links', async ({ story }) => {
    await story.open();

    expect(await story.state()).toBe('unconfirmed');
  });

  test('what was withdrawn or lapsed before its address was confirmed never reaches the desk', async ({
    story,
  }) => {
    await story.submitter.post(
      `/api/submissions/${story.id}/withdraw`,
      {},
      { authorization: `Bearer ${story.receipt.token}` },
    );

    expect((await story.editor.get('/api/desk/submissions')).body).toEqual({ items: [], counts: {} });
    expect((await story.editor.post(`/api/desk/submissions/${story.id}/contact`)).status).toBe(404);
  });

  test('a fresh link ends the links before it', async ({ story }) => {
    const old = story.codeFor(WRITER);
    await story.submitter.post('/api/links', { email: WRITER });
    await story.deliver();

    const visitor = story.visitor();
    expect((await visitor.post('/api/open', { code: old })).status).toBe(401);
    expect((await visitor.post('/api/open', { code: story.codeFor(WRITER) })).status).toBe(200);
  });

  test('the same words said twice do not look alike in the public record', async ({ story, db }) => {
    await story.toSignOff();
    const macs = (await listEventLines(db, story.id)).map(({ mac }) => mac);

    expect(new Set(macs).size).toBe(macs.length);
  });
});

describe('the ways aside', () => {
  test('requests are numbered, each must be answered, and the answer begins a new revision', async ({
    story,
  }) => {
    await story.toReview();
    await story.decide(story.first, 'request_changes', { requests: ['Which versions?', 'How many people?'] });
    const { content, requests } = await story.status();
    const partly = await story.asSubmitter('resubmit', { answers: [{ number: 1, answer: '2.14' }], content });
    const whole = await story.asSubmitter('resubmit', {
      answers: [
        { number: 1, answer: '2.14' },
        { number: 2, answer: 'Six' },
      ],
      content: { ...content, situation: 'Version 2.14, six people.' },
    });

    expect(requests.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
    expect(partly.status).toBe(409);
    expect(partly.body.detail).toMatch(/request 2/);
    expect(whole.body).toMatchObject({ state: 'in_review', revision: 2 });
  });

  test('a decline has a reason and a way to repair it, and can be reopened', async ({ story }) => {
    await story.toReceived();
    const bare = await story.decide(story.editor, 'decline', { code: 'promotional' });
    await story.decide(story.editor, 'decline', {
      code: 'promotional',
      message: 'It names one product ten times.',
      repair: 'Say what it does instead.',
    });
    const declined = await story.status();
    const reopened = await story.asSubmitter('reopen', { changes: 'The product is gone.' });

    expect(bare.status).toBe(422);
    expect(bare.body.issues.map(({ path }: { path: string }) => path)).toEqual(['message', 'repair']);
    expect(declined).toMatchObject({
      state: 'declined',
      decline: { code: 'promotional', repair: 'Say what it does instead.' },
    });
    expect(reopened.body).toMatchObject({ state: 'received', revision: 2 });
  });

  test('a disputed text goes back to the review and its hash can no longer be signed', async ({ story }) => {
    await story.toSignOff();
    const { signOff } = await story.status();
    await story.asSubmitter('dispute', { comment: 'The second sentence is wrong.' });

    const late = await story.asSubmitter('sign', { contentHash: signOff.contentHash });

    expect(await story.state()).toBe('in_review');
    expect(late.status).toBe(409);
  });

  test('another hash than the one shown signs nothing', async ({ story }) => {
    await story.toSignOff();

    const answer = await story.asSubmitter('sign', { contentHash: 'a'.repeat(64) });

    expect(answer.status).toBe(409);
    expect(await story.state()).toBe('sign_off');
  });

  test('returning or withdrawing an accepted text leaves no version that could be published', async ({
    story,
    db,
  }) => {
    await story.toAccepted();
    await story.decide(story.editor, 'return', { reason: 'A source has moved.' });
    const afterReturn = await db.select().from(versions);
    await story.asSubmitter('withdraw');

    expect(afterReturn).toEqual([]);
    expect(await story.state()).toBe('withdrawn');
  });

  test('silence lapses and never publishes; the submitter can resume where it stopped', async ({ story }) => {
    const { lapseSilent } = await import('#api/actions/lapse.ts');
    await story.toSignOff();
    story.wait(20);
    const first = await lapseSilent(story.deps);
    const again = await lapseSilent(story.deps);
    story.wait(20);
    const second = await lapseSilent(story.deps);
    story.wait(21);
    const last = await lapseSilent(story.deps);
    await story.deliver();
    await story.open();
    const lapsed = await story.state();
    await story.asSubmitter('resume');

    expect([first, again, second, last]).toEqual([
      { reminded: 1, lapsed: 0 },
      { reminded: 0, lapsed: 0 },
      { reminded: 1, lapsed: 0 },
      { reminded: 0, lapsed: 1 },
    ]);
    expect(lapsed).toBe('lapsed');
    expect(await story.state()).toBe('sign_off');
    expect((await story.status()).signOff).toBeDefined();
  });

  test('requests of an earlier round are not asked again', async ({ story }) => {
    await story.toReview();
    await story.decide(story.first, 'request_changes', { requests: ['Old?'] });
    await story.decide(story.editor, 'decline', { code: 'out_of_scope', message: 'No.', repair: 'None.' });
    await story.asSubmitter('reopen', { changes: 'Everything.' });
    await story.decide(story.editor, 'triage', { reviewers: [story.first.id, story.second.id] });
    await story.decide(story.first, 'request_changes', { requests: ['New?'] });
    const { content, requests } = await story.status();
    const answer = await story.asSubmitter('resubmit', { answers: [{ number: 2, answer: 'Yes' }], content });

    expect(requests.map(({ request }: { request: string }) => request)).toEqual(['New?']);
    expect(answer.status).toBe(200);
  });

  test('a copy that begins a round is nobody’s writing', async ({ story }) => {
    await story.toReceived();
    await story.decide(story.editor, 'decline', { code: 'out_of_scope', message: 'No.', repair: 'None.' });
    await story.asSubmitter('reopen', { changes: 'Everything.' });

    expect((await story.status()).revisions.map(({ by }: { by: string }) => by)).toEqual(['copy', 'you']);
  });

  test('an address that was chosen and never public is free again after a decline', async ({ story }) => {
    await story.toSignOff();
    const approved = (await story.editor.get(`/api/desk/submissions/${story.id}`)).body.slug;
    await story.decide(story.editor, 'decline', { code: 'out_of_scope', message: 'No.', repair: 'None.' });

    expect(approved).toBe('log4shell-in-clinics');
    expect((await story.editor.get(`/api/desk/submissions/${story.id}`)).body).not.toHaveProperty('slug');
  });

  test('a number that no request has is refused, not stored', async ({ story }) => {
    await story.toReview();
    await story.decide(story.first, 'request_changes', { requests: ['Which?'] });
    const { content } = await story.status();
    const answer = await story.asSubmitter('resubmit', {
      answers: [{ number: 99_999_999_999, answer: 'x' }],
      content,
    });

    expect(answer.status).toBe(422);
  });
});

describe('two at once', () => {
  test('of two who decide at the same moment one wins and the other is told', async ({ story, db }) => {
    await story.toReceived();
    const body = { revision: 1, reviewers: [story.first.id, story.second.id] };

    const answers = await Promise.all(
      [1, 2].map(() => story.editor.post(`/api/desk/submissions/${story.id}/triage`, body)),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await db.$count(events, eq(events.type, 'triage'))).toBe(1);
  });

  test('of two who decide one after the other on what both saw, the second is told', async ({ story }) => {
    await story.toReview();
    const seen = { revision: 1, state: 'in_review' };
    const asked = await story.first.post(`/api/desk/submissions/${story.id}/request_changes`, {
      ...seen,
      requests: ['Say how many sites there were.'],
    });
    const decline = {
      code: 'out_of_scope',
      message: 'It is about backups.',
      repair: 'Tell what it has to do with patches.',
    };

    const declined = await story.editor.post(`/api/desk/submissions/${story.id}/decline`, {
      ...seen,
      ...decline,
    });

    expect([asked.status, declined.status]).toEqual([200, 409]);
    expect(declined.body.detail).toContain('“Changes requested”');
    expect(await story.state()).toBe('changes_requested');
  });

  test('a decision on an older revision is refused, and nothing of it stays', async ({ story, db }) => {
    await story.toReview();
    const { content } = await story.status();
    await story.decide(story.first, 'revise', { content: { ...content, title: 'Newer' }, note: 'Newer.' });

    const stale = await story.second.post(`/api/desk/submissions/${story.id}/recommend`, {
      revision: 1,
      verdict: 'publish',
      note: 'Old.',
      rubric: scoresOf('lesson'),
    });

    expect(stale.status).toBe(409);
    expect(await db.select().from(recommendations)).toEqual([]);
  });
});

test('contacts are for editors, and each read is on the record', async ({ story, db }) => {
  await story.toReview();

  const byEditor = await story.editor.post(`/api/desk/submissions/${story.id}/contact`);
  const byReviewer = await story.first.post(`/api/desk/submissions/${story.id}/contact`);

  expect(byEditor.body).toEqual(lesson.contact);
  expect(byReviewer.status).toBe(403);
  expect(await db.$count(events, eq(events.type, 'read_contact'))).toBe(1);
  expect((await story.first.get(`/api/desk/submissions/${story.id}`)).text).not.toContain(WRITER);
});

test('a refused action leaves no trace', async ({ story, db }) => {
  await story.toReceived();
  const before = await db.select().from(submissions);
  const eventsBefore = await db.$count(events);

  await story.decide(story.editor, 'approve', { slug: 'not-yet' });

  expect(await db.select().from(submissions)).toEqual(before);
  expect(await db.$count(events)).toBe(eventsBefore);
});
