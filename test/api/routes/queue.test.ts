/** The queue over HTTP: pages, filters, search and loads, for each role, and for somebody who must not know of an item. */
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import type { SubmissionInput } from '#schemas/submission.ts';
import { fillDesk } from '#test/bench/many-submissions.ts';
import { type Commons, openCommons } from '#test/support/commons.ts';
import { test } from '#test/support/database.ts';
import { offeringSent } from '#test/support/offering.ts';
import { lesson, type Story, tell } from '#test/support/story.ts';

type Person = Awaited<ReturnType<Commons['person']>>;
const QUEUE = '/api/desk/submissions';
const titles = async (who: Person, query = '') =>
  (await who.get(`${QUEUE}${query}`)).body.items.map(({ title }: { title: string }) => title);

/** Send one more, confirmed. Answers its id. */
async function send(story: Story, input: SubmissionInput): Promise<string> {
  const other = story.visitor();
  const { body } = await other.post('/api/submissions', input);
  await story.deliver();
  await other.post('/api/open', { code: story.codeFor(input.contact.email) });
  await other.post(`/api/submissions/${body.id}/confirm`);
  return body.id;
}
const titled = (title: string, email = 'bo@elsewhere.example'): SubmissionInput => ({
  ...lesson,
  contact: { name: 'Bo Other', email, organization: 'Elsewhere' },
  content: { ...lesson.content, title },
});

describe('pages', () => {
  test('follow each other to the end: each item once, longest waiting first, and numbers are told up to 100', async ({
    db,
    jobs,
  }) => {
    const commons = await openCommons(db, jobs);
    const editor = await commons.person('edith@desk.example', ['editor']);
    await fillDesk(db, 400);

    const seen: { id: string; since: string }[] = [];
    let after = '';
    do {
      const { body } = await editor.get(`${QUEUE}${after && `?after=${after}`}`);
      expect(body.items.length).toBe(body.next ? 50 : 392 % 50);
      seen.push(...body.items);
      after = body.next ?? '';
      expect(body.counts).toMatchObject({ published: 100, received: 16 });
      expect(body.counts).not.toHaveProperty('unconfirmed');
    } while (after);

    expect(new Set(seen.map(({ id }) => id)).size).toBe(392);
    expect(seen.map(({ since }) => since)).toEqual(seen.map(({ since }) => since).toSorted());
    for (const after of ['elsewhere', `zzzzzzzzzz.${crypto.randomUUID()}`])
      expect((await editor.get(`${QUEUE}?after=${after}`)).status, after).toBe(422);
    await commons.close();
  });

  test('of a reviewer hold what is assigned to them, with its numbers, and nothing of a page between moves away', async ({
    db,
    jobs,
  }) => {
    const commons = await openCommons(db, jobs);
    const reviewer = await commons.person('rita@desk.example', ['reviewer']);
    await fillDesk(db, 120);
    await db.execute(sql`insert into assignments select id, ${reviewer.id}, now() from submissions
      where state = 'published' on conflict do nothing`);

    const { body: first } = await reviewer.get(QUEUE);
    await db.execute(
      sql`delete from assignments where person_id = ${reviewer.id} and submission_id = ${first.items[0].id}`,
    );
    const { body: second } = await reviewer.get(`${QUEUE}?after=${first.next}`);

    expect(first.counts).toEqual({ published: first.items.length + second.items.length });
    expect([...first.items, ...second.items]).toHaveLength(
      new Set([...first.items, ...second.items].map(({ id }) => id)).size,
    );
    await commons.close();
  });
});

describe('filters', () => {
  test('by state, kind, assignment, lateness and words are asked together', async ({ db, jobs }) => {
    const story = await tell(db, jobs);
    await story.toReview();
    story.wait(8);
    await send(story, offeringSent);
    await send(story, titled('Kiosks that/never restart'));
    const { editor, first, third } = story;
    const log4shell = lesson.content.title;

    expect(await titles(editor, '?kind=offering')).toHaveLength(1);
    expect(await titles(editor, '?state=in_review')).toEqual([log4shell]);
    expect(await titles(editor, '?search=lathe')).toEqual(['Sample Lathe 3.1']);
    expect(await titles(editor, '?assigned=nobody')).toHaveLength(2);
    expect(await titles(editor, '?assigned=me')).toEqual([]);
    expect(await titles(first, '?assigned=me')).toEqual([log4shell]);
    expect(await titles(third, '?state=waiting')).toEqual([]);
    expect(await titles(editor, '?state=waiting&overdue=yes')).toEqual([]);
    expect(await titles(editor, '?search=never%20kio&kind=lesson')).toEqual(['Kiosks that/never restart']);
    expect(await titles(editor, `?search=${story.receipt.receipt.reference.toLowerCase()}`)).toEqual([
      log4shell,
    ]);
    expect(await titles(editor, '?search=kiosks%20log4shell')).toEqual([]);
    expect(await titles(editor, '?search=%27)%20or%20true%20--%20:*%20%26%20%21')).toEqual([]);

    story.wait(8);
    expect(await titles(editor, '?overdue=yes&state=received')).toHaveLength(2);
    expect(await titles(editor, '?overdue=yes&assigned=me')).toEqual([]);
    expect((await editor.get(`${QUEUE}?state=lost`)).status).toBe(422);
    await story.close();
  });
});

test('words find the same on every page, whether many, few or none have them', async ({ db, jobs }) => {
  const commons = await openCommons(db, jobs);
  const editor = await commons.person('edith@desk.example', ['editor']);
  await fillDesk(db, 1_500);
  const allTitles = async (query: string): Promise<string[]> => {
    const pages: string[][] = [];
    let after = '';
    do {
      const { body } = await editor.get(`${QUEUE}?${query}${after && `&after=${after}`}`);
      pages.push(body.items.map(({ title }: { title: string }) => title));
      after = body.next ?? '';
    } while (after);
    return pages.flat();
  };

  const waiting = await allTitles('state=waiting');
  const everything = await allTitles('');
  for (const [search, found] of [
    ['kiosk', /kiosk/],
    ['zeppelins', /zeppelins/],
    ['the upd', /the .*upd/],
    ['pump zepp', /pump.*zepp/],
    ['dirigibles', /dirigibles/],
  ] as const) {
    const told = everything.filter((title) => found.test(title));
    expect(await allTitles(`search=${search}`), search).toEqual(told);
    const toldWaiting = waiting.filter((title) => found.test(title));
    expect(await allTitles(`state=waiting&search=${search}`), search).toEqual(toldWaiting);
  }
  await commons.close();
});

describe('what comes next', () => {
  const next = async (who: Person, besides = '') =>
    (await who.get(`${QUEUE}/next${besides && `?besides=${besides}`}`)).body.next?.title;

  test('is the least reviewed of what was assigned, then what only an editor moves on', async ({
    db,
    jobs,
  }) => {
    const story = await tell(db, jobs);
    const { editor, first, second, third } = story;
    await story.toReview();
    const other = await send(story, titled('Kiosks'));
    const assign = { revision: 1, reviewers: [first.id, third.id] };
    await editor.post(`${QUEUE}/${other}/triage`, assign);

    await story.recommend(second);
    expect(await next(first)).toBe('Kiosks');
    expect(await next(first, other)).toBe(lesson.content.title);
    expect(await next(second)).toBeUndefined();
    expect(await next(editor)).toBeUndefined();

    await story.recommend(first);
    expect(await next(editor)).toBe(lesson.content.title);
    await send(story, titled('Tills'));
    expect(await next(editor)).toBe('Tills');
    expect(await next(third, other)).toBeUndefined();
    await story.close();
  });

  test('is not what the person wrote, since nobody recommends that', async ({ db, jobs }) => {
    const story = await tell(db, jobs);
    await story.toReview();
    expect(await next(story.first)).toBe(lesson.content.title);

    await story.decide(story.first, 'revise', { content: lesson.content, note: 'Shorter.' });

    expect(await next(story.first)).toBeUndefined();
    expect(await next(story.second)).toBe(lesson.content.title);
    await story.close();
  });
});

test('editors see who has how much, and nobody else does', async ({ db, jobs }) => {
  const story = await tell(db, jobs);
  const { editor, first, second, third } = story;
  await story.toReview();
  await story.recommend(first);

  expect((await editor.get('/api/desk/load')).body).toEqual([
    { id: first.id, name: 'rita', assigned: 1, unread: 0 },
    { id: second.id, name: 'rolf', assigned: 1, unread: 1 },
    { id: editor.id, name: 'edith', assigned: 0, unread: 0 },
    { id: third.id, name: 'rosa', assigned: 0, unread: 0 },
  ]);
  expect((await first.get('/api/desk/load')).status).toBe(403);
  await story.close();
});
