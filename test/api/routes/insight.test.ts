/** Figures and exports over HTTP, and what somebody in conflict learns from any list: nothing. */
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { createApp } from '#api/app.ts';
import { events, submissions } from '#api/db/tables.ts';
import { openFirstEditorLink } from '#api/first-editor-link.ts';
import { ORIGIN } from '#test/support/commons.ts';
import { test } from '#test/support/database.ts';
import { lesson, tell } from '#test/support/story.ts';

const QUEUE = '/api/desk/submissions';
const EXPORT = '/api/desk/export';
const TITLE = '=cmd|A0 "quoted", and more';

test('editors read what came and went, how long it took, why it was declined and whether reviewers agree', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs);
  const { editor, first, second } = story;
  await story.toReceived();
  story.wait(3);
  await story.decide(editor, 'triage', { reviewers: [first.id, second.id] });
  await story.recommend(first);
  await story.recommend(second);
  story.wait(10);
  await story.decide(editor, 'decline', {
    code: 'promotional',
    message: 'An advertisement.',
    repair: 'Tell what happened.',
  });

  const { body, status } = await editor.get('/api/desk/insight');

  expect(status).toBe(200);
  const sum = (name: string) =>
    body.months.reduce((all: number, month: Record<string, number>) => all + (month[name] ?? 0), 0);
  expect([body.months.length, sum('received'), sum('published'), sum('declined')]).toEqual([13, 1, 0, 1]);
  expect(body.waits).toEqual([
    { state: 'received', stays: 1, median: 3, ninetieth: 3 },
    { state: 'in_review', stays: 1, median: 10, ninetieth: 10 },
  ]);
  expect(body.declines).toEqual([{ code: 'promotional', declined: 1 }]);
  expect(body.agreement).toEqual({ revisions: 1, agreed: 1 });
  expect((await first.get('/api/desk/insight')).status).toBe(403);
  await story.close();
});

test('a table holds no personal data and no formula, unless an editor asks for contacts, each of which leaves an event', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs, { ...lesson, content: { ...lesson.content, title: TITLE } });
  const { editor, first, third } = story;
  await story.toReview();
  const reads = async () =>
    (await db.select().from(events).where(eq(events.type, 'read_contact'))).map(({ personId }) => personId);

  const { text, headers } = await first.get(`${EXPORT}/csv`);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const [head, row] = text.split('\r\n');
  expect(head).toBe(
    'reference,kind,form,title,vendor,outcome,sector,size_band,state,since,expected_by,revision,live,assigned',
  );
  expect(row).toContain(`"'=cmd|A0 ""quoted"", and more",,mixed,health,1000_9999,in_review`);
  expect((await third.get(`${EXPORT}/csv`)).text.trim()).toBe(head);
  expect((await third.get(`${EXPORT}/json`)).body).toEqual([]);
  expect((await editor.get(`${EXPORT}/json?state=in_review`)).body).toMatchObject([
    { title: TITLE, assigned: 2 },
  ]);
  expect((await editor.get(`${EXPORT}/json?state=received`)).body).toEqual([]);
  expect(text).not.toMatch(/Ana|clinics\.example|Clinics of the North/);
  expect((await first.post(`${EXPORT}/csv`)).status).toBe(403);
  expect(await reads()).toEqual([]);

  expect((await editor.post(`${EXPORT}/csv`)).text).toContain(
    'Ana Writer,ana@clinics.example,Clinics of the North',
  );

  expect(await reads()).toEqual([editor.id]);
  await story.close();
});

test('a person in conflict reads in every list what they would read in a world without the submission', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs);
  await story.toReview();
  await story.recommend(story.first);
  const tied = await story.person('tom@clinics.example', ['editor', 'reviewer', 'lab']);
  const addresses = [
    ...[
      '',
      '?state=in_review',
      '?state=waiting',
      '?search=log4shell',
      '?kind=lesson&overdue=yes',
      '?assigned=nobody',
    ].map((query) => QUEUE + query),
    `${QUEUE}?search=${story.receipt.receipt.reference}`,
    `${QUEUE}/next`,
    ...['/load', '/insight', '/publishing', '/export/csv', '/export/json'].map((path) => `/api/desk${path}`),
  ];
  const read = async (who: typeof tied) =>
    Promise.all(addresses.map(async (address) => (await who.get(address)).text));
  const shown = await read(story.editor);
  const hidden = await read(tied);

  await db.delete(submissions).where(eq(submissions.id, story.id));

  expect(hidden).toEqual(await read(tied));
  const unlike = addresses.filter((_, index) => shown[index] !== hidden[index]);
  expect(unlike.length).toBeGreaterThanOrEqual(8);
  await story.close();
});

test('a table that cannot be made to its end is no download, since half of one would pass for a whole one', async ({
  db,
  jobs,
}) => {
  const story = await tell(db, jobs);
  await story.toReceived();
  expect((await story.editor.get(QUEUE)).body.items).toHaveLength(1);
  let told = 0;
  // The session is looked up at a time, and then the first page.
  const now = () => {
    told += 1;
    if (told > 1) throw new Error('The database is gone');
    return new Date();
  };
  const firstEditor = await openFirstEditorLink(db, ORIGIN);
  const app = createApp({ ...story.deps, now }, { firstEditor });
  const cookie = [...story.editor.cookies].map((pair) => pair.join('=')).join('; ');

  const answer = await app.request(`${ORIGIN}${EXPORT}/csv`, { headers: { cookie } });

  await expect(answer.text()).rejects.toThrow('The database is gone');
  expect(story.logged.join()).toContain('An export broke off');
  await story.close();
});
