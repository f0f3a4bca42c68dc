/** The review over HTTP: what each action does, what it refuses, and what it leaves behind. */
import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { listEventLines } from '#api/db/events.ts';
import { events, letters, recommendations, submissions, versions } from '#api/db/tables.ts';
import { verifyChain } from '#api/review/events.ts';
import { test as withDatabase } from '#test/support/database.ts';
import { lesson, scoresOf, tell, WRITER } from '#test/support/story.ts';

const test = withDatabase.extend('story', async ({ db, jobs }, { onCleanup }) => {
  const story = await tell(db, jobs);
  onCleanup(story.close);
  return story;
});

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
});

describe('recommendations', () => {
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

  test('a reviewer reads what others say only after judging, so that each judges alone', async ({
    story,
  }) => {
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

describe('conflicts', () => {
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

describe('what a review of the code found', () => {
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

  test('whose conflict it was is nobody’s to read', async ({ story }) => {
    await story.toReview();
    await story.decide(story.first, 'declare_conflict');
    const { body } = await story.editor.get(`/api/desk/submissions/${story.id}`);

    const declared = body.events.find(({ type }: { type: string }) => type === 'declare_conflict');
    expect(declared).toBeDefined();
    expect(declared).not.toHaveProperty('person');
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
