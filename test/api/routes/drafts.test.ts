/** Drafts over HTTP: behind their code, saved by version, and gone once they are sent or erased. */
import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { lapseSilent } from '#api/actions/lapse.ts';
import { codes, contacts, drafts, events, letters, revisions, submissions } from '#api/db/tables.ts';
import type { Draft } from '#schemas/draft.ts';
import { openCommons, type Visitor } from '#test/support/commons.ts';
import { test as withDatabase } from '#test/support/database.ts';
import { leavesOf } from '#test/support/fill-form.ts';
import { lesson, WRITER } from '#test/support/story.ts';

const test = withDatabase.extend('commons', async ({ db, jobs }, { onCleanup }) => {
  const commons = await openCommons(db, jobs);
  onCleanup(commons.close);
  return commons;
});

const EMPTY = { kind: 'lesson' };

async function begun(visitor: Visitor, values: object = EMPTY) {
  const { status, body } = await visitor.post('/api/drafts', values);
  expect(status).toBe(201);
  const bearer = { authorization: `Bearer ${body.token}` };
  return { id: body.id as string, token: body.token as string, bearer, address: `/api/drafts/${body.id}` };
}

const put = (visitor: Visitor, address: string, tag: string, body: object, bearer = {}) =>
  visitor.call('PUT', address, {
    headers: { 'content-type': 'application/json', 'if-match': tag, ...bearer },
    body: JSON.stringify(body),
  });

/** The fields of a step as a browser would post them. */
const fieldsOf = (body: object, more: Record<string, string>) => ({
  ...Object.fromEntries(
    leavesOf(body).map(({ name, value }) => [name, value === true ? 'on' : String(value)]),
  ),
  ...more,
});

/** What a page of the form holds in its hidden field. */
const baseIn = (html: string) => /name="base" value="([0-9a-f]+)"/.exec(html)?.[1] ?? '';

describe('a program', () => {
  test('begins a draft, saves it, reads it on another machine and sends it', async ({ commons, db }) => {
    const { id, bearer, address } = await begun(commons.visitor());
    const saved = await put(commons.visitor(), address, '"1"', lesson, bearer);
    expect([saved.status, saved.body.version, saved.headers.get('etag')]).toEqual([200, 2, '"2"']);

    const read = await commons.visitor().get(address, bearer);
    expect(read.body.values).toMatchObject({ kind: 'lesson', content: { title: lesson.content.title } });

    const sent = await commons.visitor().post(`${address}/send`, {}, bearer);
    expect([sent.status, sent.body.state]).toEqual([201, 'unconfirmed']);
    expect(await db.select().from(drafts)).toEqual([]);
    expect((await db.select().from(events)).map(({ type }) => type)).toEqual(['submit']);
    await commons.deliver();
    expect(commons.mailbox.to(WRITER)).toHaveLength(1);
    const status = await commons.visitor().get(`/api/submissions/${id}`, bearer);
    expect(status.body).toMatchObject({ id, state: 'unconfirmed', receipt: sent.body.receipt });
  });

  test('is told what is missing when it sends too early, and the draft stays as it is', async ({
    commons,
    db,
  }) => {
    const { bearer, address } = await begun(commons.visitor(), {
      kind: 'lesson',
      content: { title: 'Half' },
    });
    const { status, body } = await commons.visitor().post(`${address}/send`, {}, bearer);

    expect(status).toBe(422);
    expect(body.issues).toContainEqual({
      path: 'content.summary',
      message: 'Sum it up in one or two sentences',
    });
    expect(await db.select().from(revisions)).toEqual([]);
    expect(await db.select().from(contacts)).toEqual([]);
    expect((await commons.visitor().get(address, bearer)).body.values.content).toEqual({ title: 'Half' });
  });

  test('must say which version it replaces, and gets both when that is no longer the newest', async ({
    commons,
  }) => {
    const { bearer, address } = await begun(commons.visitor());
    const without = await commons.visitor().call('PUT', address, {
      headers: { 'content-type': 'application/json', ...bearer },
      body: JSON.stringify(EMPTY),
    });
    expect(without.status).toBe(428);

    await put(commons.visitor(), address, '"1"', { kind: 'lesson', content: { title: 'Theirs' } }, bearer);
    const late = await put(
      commons.visitor(),
      address,
      '"1"',
      { kind: 'lesson', content: { title: 'Mine' } },
      bearer,
    );
    expect(late.status).toBe(412);
    expect(late.body.versions.yours.content).toEqual({ title: 'Mine' });
    expect(late.body.versions.stored).toMatchObject({ version: 2, values: { content: { title: 'Theirs' } } });
  });

  test('of two who save at once, one wins and the other is told', async ({ commons }) => {
    const { bearer, address } = await begun(commons.visitor());
    const titles = ['One', 'Two', 'Three', 'Four'];
    const answers = await Promise.all(
      titles.map((title) =>
        put(commons.visitor(), address, '"1"', { kind: 'lesson', content: { title } }, bearer),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412]);
  });

  test.for([
    ['unknown keys', { ...EMPTY, admin: true }],
    ['unknown fields', { ...EMPTY, content: { nothing: 'x' } }],
    ['another kind', { kind: 'rumour' }],
    ['endless text', { ...EMPTY, content: { title: 'x'.repeat(20_001) } }],
    ['null characters', { ...EMPTY, content: { title: 'a\0b' } }],
  ])('cannot store %s', async ([, body], { commons, db }) => {
    expect((await commons.visitor().post('/api/drafts', body)).status).toBe(422);
    expect(await db.select().from(submissions)).toEqual([]);
  });

  test('without the code finds nothing, and with the code of another draft the same', async ({ commons }) => {
    const mine = await begun(commons.visitor());
    const other = await begun(commons.visitor());
    const answer = await commons.visitor().get(mine.address, other.bearer);
    const absent = await commons.visitor().get(`/api/drafts/${crypto.randomUUID()}`, other.bearer);

    expect((await commons.visitor().get(mine.address)).status).toBe(401);
    expect(answer.status).toBe(404);
    expect(answer.text).toBe(absent.text);
  });

  test('erases a draft, and nothing of it is left', async ({ commons, db }) => {
    const { bearer, address } = await begun(commons.visitor(), lesson);
    expect((await commons.visitor().call('DELETE', address, { headers: bearer })).status).toBe(204);
    for (const table of [submissions, drafts, codes]) expect(await db.select().from(table)).toEqual([]);
    expect((await commons.visitor().get(address, bearer)).status).toBe(401);
  });
});

describe('nobody at the desk', () => {
  test('sees a draft, in no list and by no address', async ({ commons }) => {
    const { id } = await begun(commons.visitor(), lesson);
    const editor = await commons.person('edith@desk.example', ['editor']);
    expect((await editor.get('/api/desk/submissions')).body).toEqual({ items: [], counts: {} });
    expect((await editor.get(`/api/desk/submissions/${id}`)).status).toBe(404);
  });
});

describe('a browser without scripts', () => {
  async function opened(commons: Awaited<ReturnType<typeof openCommons>>, form = 'full') {
    const visitor = commons.visitor();
    const answer = await visitor.form('/api/drafts', { kind: 'lesson', form });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/submit/draft/']);
    const page = await visitor.get('/submit/draft/');
    const code = /<code>([a-z -]+)<\/code>/.exec(page.text)?.[1] ?? '';
    expect(code.split(' ')).toHaveLength(8);
    return { visitor, code };
  }
  const idIn = (html: string) => /\/api\/drafts\/([0-9a-f-]{36})\//.exec(html)?.[1] ?? '';

  test('is shown its code once', async ({ commons }) => {
    const { visitor, code } = await opened(commons);
    expect((await visitor.get('/submit/draft/')).text).not.toContain(code);
  });

  test('writes a lesson step by step, on two devices, and sends it', async ({ commons, db }) => {
    const { visitor, code } = await opened(commons);
    const steps: [string, object][] = [
      ['what-happened', pick(['title', 'summary', 'outcome', 'period', 'situation', 'actions', 'result'])],
      ['timeline', pick(['timeline'])],
      ['lessons', pick(['lessons'])],
      ['evidence', {}],
      ['how-you-appear', pick(['organization'])],
      ['check', { contact: lesson.contact, consent: lesson.consent }],
    ];
    let device = visitor;
    for (const [step, body] of steps) {
      const page = await device.get(`/submit/draft/${step}/`);
      expect(page.status).toBe(200);
      const go = step === 'check' ? 'send' : 'next';
      const answer = await device.form(
        `/api/drafts/${idIn(page.text)}/steps/${step}`,
        fieldsOf(body, { base: baseIn(page.text), go }),
      );
      expect([step, answer.status]).toEqual([step, 303]);
      if (step === 'lessons') {
        device = commons.visitor();
        expect((await device.form('/api/open', { code })).headers.get('location')).toBe('/status/');
        expect((await device.get('/status/')).headers.get('location')).toBe('/submit/draft/');
      }
    }
    expect((await device.get('/submit/sent/')).text).toContain('Your receipt');
    const [revision] = await db.select().from(revisions);
    expect(revision?.content).toMatchObject({ title: lesson.content.title, lessons: lesson.content.lessons });
  });

  test('is told of an answer that cannot be taken, at its field, and it is kept', async ({ commons }) => {
    const { visitor } = await opened(commons);
    const page = await visitor.get('/submit/draft/timeline/');
    const answer = await visitor.form(
      `/api/drafts/${idIn(page.text)}/steps/timeline`,
      fieldsOf(
        { content: { timeline: [{ milestone: 'disclosed', date: 'last Tuesday' }] } },
        { base: baseIn(page.text), go: 'next' },
      ),
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Enter a date, like 2021-12-10');
    expect((await visitor.get('/submit/draft/timeline/')).text).toContain('last Tuesday');
  });

  test('adds a row, and what was typed stays', async ({ commons }) => {
    const { visitor } = await opened(commons);
    const page = await visitor.get('/submit/draft/lessons/');
    const answer = await visitor.form(
      `/api/drafts/${idIn(page.text)}/steps/lessons`,
      fieldsOf(
        { content: { lessons: [{ lesson: 'Ask suppliers early.' }] } },
        { base: baseIn(page.text), add: 'content.lessons' },
      ),
    );
    expect(answer.text).toContain('Ask suppliers early.');
    expect(answer.text).toContain('content.lessons[1].lesson');
  });

  test('writing at another step than somebody else loses neither', async ({ commons }) => {
    const { visitor } = await opened(commons);
    const story = await visitor.get('/submit/draft/what-happened/');
    const timeline = await visitor.get('/submit/draft/timeline/');
    const address = `/api/drafts/${idIn(story.text)}`;
    await visitor.form(
      `${address}/steps/what-happened`,
      fieldsOf({ content: { title: 'A title' } }, { base: baseIn(story.text), go: 'later' }),
    );
    const second = await visitor.form(
      `${address}/steps/timeline`,
      fieldsOf(
        { content: { timeline: [{ date: '2021-12' }] } },
        { base: baseIn(timeline.text), go: 'later' },
      ),
    );
    expect(second.status).toBe(303);
    expect((await visitor.get(address)).body.values.content).toEqual({
      title: 'A title',
      timeline: [{ date: '2021-12' }],
    });
  });

  test('writing at the same step as somebody else is shown both, and saving again keeps its own', async ({
    commons,
  }) => {
    const { visitor } = await opened(commons);
    const page = await visitor.get('/submit/draft/what-happened/');
    const address = `/api/drafts/${idIn(page.text)}/steps/what-happened`;
    const titled = (title: string, base: string) =>
      visitor.form(address, fieldsOf({ content: { title } }, { base, go: 'later' }));
    await titled('Theirs', baseIn(page.text));

    const late = await titled('Mine', baseIn(page.text));
    expect(late.status).toBe(412);
    expect(late.text).toContain('Theirs');
    expect(late.text).toContain('value="Mine"');

    expect((await titled('Mine', baseIn(late.text))).status).toBe(303);
    expect((await visitor.get('/submit/draft/what-happened/')).text).toContain('value="Mine"');
  });

  test('erases its draft from its page', async ({ commons, db }) => {
    const { visitor } = await opened(commons);
    const id = idIn((await visitor.get('/submit/draft/')).text);
    expect((await visitor.form(`/api/drafts/${id}/discard`, {})).status).toBe(303);
    expect(await db.select().from(submissions)).toEqual([]);
  });
});

describe('silence', () => {
  test('lapses a draft 90 days after its last save, without a letter; resumed, it is all there', async ({
    commons,
    db,
  }) => {
    const { id, bearer, address } = await begun(commons.visitor(), {
      kind: 'lesson',
      content: { title: 'Kept' },
    });
    commons.wait(60);
    await put(commons.visitor(), address, '"1"', { kind: 'lesson', content: { title: 'Kept on' } }, bearer);
    commons.wait(60);
    expect((await lapseSilent(commons.deps)).lapsed).toBe(0);
    commons.wait(31);
    expect((await lapseSilent(commons.deps)).lapsed).toBe(1);
    expect(await db.select().from(letters)).toEqual([]);
    expect((await commons.visitor().get(address, bearer)).status).toBe(404);
    expect((await commons.visitor().get('/status/', bearer)).text).toContain('Your draft has lapsed');

    expect((await commons.visitor().post(`/api/submissions/${id}/resume`, {}, bearer)).status).toBe(200);
    const resumed: Draft = (await commons.visitor().get(address, bearer)).body;
    expect(resumed.values.content).toEqual({ title: 'Kept on' });
    const [row] = await db.select().from(submissions).where(eq(submissions.id, id));
    expect(row?.state).toBe('draft');
  });
});

const pick = (fields: readonly (keyof typeof lesson.content)[]) => ({
  content: Object.fromEntries(fields.map((field) => [field, lesson.content[field]])),
});

describe('a clearance pack', () => {
  const full = { kind: 'lesson', form: 'full', content: lesson.content, contact: lesson.contact };
  const upload = (visitor: Visitor, address: string, pack: unknown, bearer: object) =>
    visitor.call('POST', `${address}/pack`, {
      headers: { 'content-type': 'application/json', ...bearer },
      body: JSON.stringify(pack),
    });

  test('holds every answer and the page, and nothing of who writes it', async ({ commons }) => {
    const { bearer, address } = await begun(commons.visitor(), full);
    const html = await commons.visitor().get(`${address}/pack.html`, bearer);
    const json = await commons.visitor().get(`${address}/pack.json`, bearer);

    expect(html.headers.get('content-disposition')).toMatch(/^attachment; filename="PC-.*-clearance.html"$/);
    expect(html.text).toContain('Outbound LDAP blocked');
    expect(html.text).toContain('How the page would read');
    for (const { text } of [html, json]) {
      expect(text).not.toContain(WRITER);
      expect(text).not.toContain('Ana Writer');
    }
    expect(json.body.values.content.title).toBe(lesson.content.title);
  });

  test('cannot be broken out of by what was typed', async ({ commons }) => {
    const title = `</main></script><script>alert(1)</script>"'&`;
    const { bearer, address } = await begun(commons.visitor(), { kind: 'lesson', content: { title } });
    const { text } = await commons.visitor().get(`${address}/pack.html`, bearer);
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text.match(/<\/main>/g)).toHaveLength(1);
  });

  test('comes back with comments and changed text, and the contact stays', async ({ commons }) => {
    const { bearer, address } = await begun(commons.visitor(), full);
    const { body: pack } = await commons.visitor().get(`${address}/pack.json`, bearer);
    pack.values.content.title = 'Cleared title';
    pack.values.notes = [{ field: 'content.summary', note: 'Leave out the figure' }];
    const answer = await upload(commons.visitor(), address, pack, bearer);

    expect(answer.body).toEqual({ comments: 1, textKept: false });
    const { values } = (await commons.visitor().get(address, bearer)).body;
    expect(values.content.title).toBe('Cleared title');
    expect(values.contact).toEqual(lesson.contact);
    expect(values.notes).toEqual(pack.values.notes);
  });

  test('of an older version brings its comments and overwrites nothing', async ({ commons }) => {
    const { bearer, address } = await begun(commons.visitor(), full);
    const { body: pack } = await commons.visitor().get(`${address}/pack.json`, bearer);
    const newer = { ...full, content: { ...lesson.content, title: 'Written on meanwhile' } };
    await put(commons.visitor(), address, '"1"', newer, bearer);
    pack.values.notes = [{ field: 'content.title', note: 'Fine' }];
    const answer = await upload(commons.visitor(), address, pack, bearer);

    expect(answer.body).toEqual({ comments: 1, textKept: true });
    const { values } = (await commons.visitor().get(address, bearer)).body;
    expect(values.content.title).toBe('Written on meanwhile');
    expect(values.notes).toEqual(pack.values.notes);
  });

  test.for([
    ['no JSON', 'hello'],
    ['something else', { pack: 2 }],
  ])('is refused when it is %s', async ([, pack], { commons }) => {
    const { bearer, address } = await begun(commons.visitor(), full);
    const answer = await upload(commons.visitor(), address, pack, bearer);
    expect([answer.status, answer.body.detail]).toEqual([
      422,
      'This file is no clearance pack. Choose the JSON file that was saved from one.',
    ]);
  });

  test('of another draft is refused', async ({ commons }) => {
    const other = await begun(commons.visitor(), full);
    const { body: pack } = await commons.visitor().get(`${other.address}/pack.json`, other.bearer);
    const { bearer, address } = await begun(commons.visitor(), full);
    expect((await upload(commons.visitor(), address, pack, bearer)).status).toBe(422);
  });

  test('leaves its comments behind when the draft is sent', async ({ commons, db }) => {
    const notes = [{ field: 'content.title', note: 'Only for us' }];
    const { bearer, address } = await begun(commons.visitor(), { ...lesson, notes });
    expect((await commons.visitor().post(`${address}/send`, {}, bearer)).status).toBe(201);
    expect(JSON.stringify(await db.select().from(revisions))).not.toContain('Only for us');
  });
});

describe('the re-identification check', () => {
  const telling = {
    kind: 'lesson',
    form: 'full',
    content: { situation: 'Our server SRV-DB-0042 at 10.20.30.40 was left out.' },
  };

  test('is on the last page, and one press replaces what it found', async ({ commons }) => {
    const { address, token } = await begun(commons.visitor(), telling);
    const visitor = commons.visitor();
    await visitor.form('/api/open', { code: token });
    const page = await visitor.get('/submit/draft/check/');
    expect(page.text).toContain('<mark>10.20.30.40</mark>');

    const answer = await visitor.form(`${address}/steps/check`, {
      base: baseIn(page.text),
      apply: 'content.situation@26 10.20.30.40',
    });
    expect(answer.headers.get('location')).toBe('/submit/draft/check/#findings');
    const { situation } = (await visitor.get(address)).body.values.content;
    expect(situation).not.toContain('10.20.30.40');
    expect(situation).toContain('SRV-DB-0042');
  });

  test('replaces everything at once, and says then that nothing is left and what it does not look for', async ({
    commons,
  }) => {
    const { address, token } = await begun(commons.visitor(), telling);
    const visitor = commons.visitor();
    await visitor.form('/api/open', { code: token });
    const page = await visitor.get('/submit/draft/check/');
    await visitor.form(`${address}/steps/check`, { base: baseIn(page.text), apply: 'all' });

    const after = (await visitor.get('/submit/draft/check/')).text;
    expect(after).toContain('We found nothing of the kinds that we look for.');
    expect(after).toContain('Towns, sites and buildings');
  });
});
