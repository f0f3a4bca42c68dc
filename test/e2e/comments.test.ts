/** What editors do beside the review, in a browser: answer a comment that was sent without scripts, block an address, read hints. */
import { hashPassword } from 'better-auth/crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPassword, addPerson } from '#api/db/people.ts';
import { PATHS } from '#site/paths.ts';
import { startBrowser } from '#test/support/browser.ts';
import { faults } from '#test/support/faults.ts';
import { type Running, runCommons, until } from '#test/support/running.ts';
import { lesson } from '#test/support/story.ts';

const PASSWORD = 'correct horse battery staple';
const READER = 'rhea@readers.example';
const SAID = 'A canary of one machine finds little.';
const TEXT = '/processes/routine-patching/';

let running: Running;
let browser: Browser;

beforeAll(async () => {
  [running, browser] = await Promise.all([runCommons(), startBrowser()]);
  const { db } = running.started.deps;
  const at = new Date();
  const email = 'edith@desk.example';
  const id = await addPerson(db, { id: crypto.randomUUID(), name: 'edith', email, roles: ['editor'], at });
  if (!id) throw new Error('There is an editor already');
  await addPassword(db, { id: crypto.randomUUID(), personId: id, hash: await hashPassword(PASSWORD), at });
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

async function openPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: running.origin, ...options });
  return context.newPage();
}

/** The desk, with an editor at it. */
async function desk(): Promise<Page> {
  const page = await openPage();
  await page.goto(PATHS.desk);
  await page.getByLabel('E-mail address').fill('edith@desk.example');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.getByRole('link', { name: 'Queue' }).waitFor();
  return page;
}

test('a comment goes from the page of a draft, without scripts, to its public answer', async () => {
  const reader = await openPage({ javaScriptEnabled: false });
  await reader.goto(TEXT);
  await reader.getByRole('link', { name: 'Comment on this draft' }).click();
  await reader.getByLabel('Section').selectOption({ index: 2 });
  await reader.locator('[name="comment"]').fill(SAID);
  await reader.getByLabel('E-mail address').fill(READER);
  await reader.getByLabel('Your organization').fill('none');
  await reader.getByText('I agree that this comment').click();
  await reader.locator('form.form-long').evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await reader.getByRole('button', { name: 'Send the comment' }).click();
  await reader.getByRole('heading', { name: 'There is a problem' }).waitFor();
  expect(await reader.locator('[name="comment"]').inputValue()).toBe(SAID);
  await reader.getByText('Technical: what it says', { exact: false }).click();
  await reader.getByLabel('Why?').fill('Ours missed a driver that one in five machines had.');
  await reader.getByRole('button', { name: 'Send the comment' }).click();
  await reader.getByRole('heading', { name: 'Look into your mail' }).waitFor();

  const link = /http\S+/.exec(await running.letter(READER, 1))?.[0] ?? '';
  const confirming = await openPage();
  await confirming.goto(link);
  expect(await faults(confirming)).toEqual([]);
  expect(confirming.url()).not.toContain('#');
  await confirming.getByRole('button', { name: 'Confirm my comment' }).click();
  await confirming.getByRole('heading', { name: 'Thank you' }).waitFor();

  await confirming.getByRole('link', { name: 'open your comment' }).click();
  await confirming.getByLabel('Code of the letter').fill(link.split('#')[1] ?? '');
  await confirming.getByRole('button', { name: 'Open it' }).click();
  await confirming.getByRole('heading', { name: 'Your comment' }).waitFor();
  expect(await faults(confirming)).toEqual([]);
  await confirming.getByLabel('Why?').fill('Ours missed a driver that one in six machines had.');
  const saved = confirming.waitForEvent('load');
  await confirming.getByRole('button', { name: 'Save the changed comment' }).click();
  await saved;
  await confirming.reload();
  expect(await confirming.getByLabel('Why?').inputValue()).toContain('one in six');

  const page = await desk();
  await page.getByRole('link', { name: 'Comments', exact: true }).click();
  await page.getByText(SAID).waitFor();
  await page.getByText('Answer it').click();
  expect(await faults(page)).toEqual([]);
  await page.getByText('Accepted in part', { exact: true }).click();
  await page.locator('[name="reason"]').fill('Each model, where there are few enough of them.');
  await page.getByRole('button', { name: 'Publish the answer' }).click();
  await page.getByText('It is published as comment 1').first().waitFor();
  expect(await faults(page)).toEqual([]);

  await until(
    async () => (await (await reader.request.get(TEXT)).text()).includes(SAID),
    'the comment on its page',
  );
  await reader.goto(TEXT);
  await reader.getByRole('heading', { name: 'Comments on this version and what became of them' }).waitFor();
  expect(await reader.getByText('Accepted in part').count()).toBe(1);
  expect(await reader.getByText('readers.example').count()).toBe(0);
});

test('an editor blocks an address and takes the block back', async () => {
  const page = await desk();
  await page.getByRole('link', { name: 'Blocked addresses' }).click();
  await page.getByLabel('E-mail address, or a domain').fill('spam.example');
  await page.getByLabel('Why?').fill('Advertisements, again and again.');
  await page.getByRole('button', { name: 'Block it' }).click();
  await page.getByRole('heading', { name: 'spam.example' }).waitFor();
  expect(await faults(page)).toEqual([]);

  const contact = { ...lesson.contact, email: 'ad@mail.spam.example' };
  const send = () => page.request.post('/api/submissions', { data: { ...lesson, contact } });
  expect((await send()).status()).toBe(403);
  await page.getByText('Take it back', { exact: false }).first().click();
  await page.getByLabel('Why is it taken back?').fill('It was a mistake.');
  await page.getByRole('button', { name: 'Take the block back' }).click();
  await page.getByText('spam.example is no longer blocked.').first().waitFor();
  expect(await faults(page)).toEqual([]);
  expect((await send()).status()).toBe(201);
});

test('before a review begins the editor reads what the lesson names and what tells the same', async () => {
  for (const [number, email] of ['ana@clinics.example', 'bo@elsewhere.example'].entries()) {
    const writer = await openPage();
    await writer.request.post('/api/submissions', {
      data: { ...lesson, contact: { ...lesson.contact, email } },
    });
    await writer.goto(/http\S+/.exec(await running.letter(email, 1))?.[0] ?? '');
    await writer.getByRole('button', { name: 'Confirm my address' }).click();
    await writer.getByText('Received', { exact: false }).first().waitFor();
    if (number === 0) expect(await faults(writer)).toEqual([]);
  }

  const page = await desk();
  await page.getByRole('link', { name: lesson.content.title }).first().click();

  await page.getByRole('heading', { name: 'Before the review begins' }).waitFor();
  await page.getByText('100 % of the words', { exact: false }).waitFor();
  expect(await faults(page)).toEqual([]);
});
