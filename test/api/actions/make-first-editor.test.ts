import { expect } from 'vitest';
import { makeFirstEditor } from '#api/actions/make-first-editor.ts';
import { accounts, people } from '#api/db/tables.ts';
import { openFirstEditorLink } from '#api/first-editor-link.ts';
import { test as base } from '#test/support/database.ts';
import { openDesk, PASSWORD, PUBLIC_URL, storedPerson, tokenIn } from '#test/support/desk.ts';

const test = base.extend('desk', async ({ db, jobs }, { onCleanup }) => {
  const desk = await openDesk(db, jobs);
  onCleanup(desk.close);
  return desk;
});
const wanted = (link: { address: string | undefined }, email = 'ada@example.org') => ({
  token: tokenIn(link.address),
  name: 'Ada',
  email,
  password: PASSWORD,
});

test('the link stands after the hash, where no server and no log sees it', async ({ desk }) => {
  expect(desk.firstEditor.address).toMatch(/^https:\/\/desk\.example\.org\/desk\/first\/#[\w-]{43}$/);
});

test('of two processes whose links are used at once, one makes the first editor', async ({ desk }) => {
  const other = { ...desk, firstEditor: await openFirstEditorLink(desk.db, PUBLIC_URL) };

  const attempts = await Promise.allSettled([
    makeFirstEditor(desk, wanted(desk.firstEditor)),
    makeFirstEditor(other, wanted(other.firstEditor, 'eve@example.org')),
  ]);

  expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'conflict' },
  });
  expect(await desk.db.select({ roles: people.roles }).from(people)).toEqual([
    { roles: ['editor', 'admin'] },
  ]);
  expect(await desk.db.$count(accounts)).toBe(1);
});

test('a link works once, and a wrong one never', async ({ desk }) => {
  const wrong = { ...wanted(desk.firstEditor), token: 'not the token' };
  await expect(makeFirstEditor(desk, wrong)).rejects.toMatchObject({ code: 'forbidden' });

  await makeFirstEditor(desk, wanted(desk.firstEditor));

  const again = makeFirstEditor(desk, wanted(desk.firstEditor, 'eve@example.org'));
  await expect(again).rejects.toMatchObject({ code: 'forbidden' });
});

test('a desk with an editor shows no link, even if nobody is an admin', async ({ desk }) => {
  await storedPerson(desk, 'ada@example.org', ['editor']);

  expect((await openFirstEditorLink(desk.db, PUBLIC_URL)).address).toBeUndefined();
});

test('an editor who left does not count', async ({ desk }) => {
  await storedPerson(desk, 'ada@example.org', ['editor']);
  await desk.db.update(people).set({ leftAt: new Date() });

  expect((await openFirstEditorLink(desk.db, PUBLIC_URL)).address).toBeDefined();
});
