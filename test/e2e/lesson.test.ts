/** The main job in a browser: one lesson from the form to its page, its place in the list, its step's ledger and the search. */
import { AxeBuilder } from '@axe-core/playwright';
import { hashPassword } from 'better-auth/crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPassword, addPerson } from '#api/db/people.ts';
import type { Role } from '#schemas/workflow.ts';
import { startBrowser } from '#test/support/browser.ts';
import { codeIn } from '#test/support/mailbox.ts';
import { type Running, runCommons, until } from '#test/support/running.ts';
import { lesson } from '#test/support/story.ts';
import { beginLesson, sendLesson } from '#test/support/write-lesson.ts';

const PASSWORD = 'correct horse battery staple';
const STEP = '/processes/emergency-patching/locate/';

let running: Running;
let browser: Browser;

beforeAll(async () => {
  [running, browser] = await Promise.all([runCommons(), startBrowser()]);
  await addColleague('edith', ['editor']);
  await addColleague('rita', ['reviewer']);
  await addColleague('rolf', ['reviewer']);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

async function addColleague(name: string, roles: Role[]): Promise<void> {
  const { db } = running.started.deps;
  const at = new Date();
  const id = await addPerson(db, { id: crypto.randomUUID(), name, email: `${name}@desk.example`, roles, at });
  if (!id) throw new Error(`${name} is there already`);
  await addPassword(db, { id: crypto.randomUUID(), personId: id, hash: await hashPassword(PASSWORD), at });
}

/** A page of a browser of its own, and what it asked of other hosts or complained about. */
async function openPage(
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; complaints: string[] }> {
  const context = await browser.newContext({ baseURL: running.origin, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(running.origin) && !request.url().startsWith('blob:'))
      complaints.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, context, complaints };
}

const faults = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};

async function signedIn(name: string) {
  const { page, complaints } = await openPage();
  await page.goto('/desk/');
  await page.getByLabel('E-mail address').fill(`${name}@desk.example`);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: /sign in/i }).click();
  return { page, complaints };
}

/** Open the lesson of this title from the queue. */
async function openLesson(page: Page, title: string): Promise<void> {
  await page.goto('/desk/#/');
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { name: 'What you can do' }).waitFor();
}

async function recommend(name: string, title: string): Promise<void> {
  const { page, complaints } = await signedIn(name);
  await openLesson(page, title);
  await page
    .getByRole('button', { name: /recommend/i })
    .first()
    .click();
  await page.getByText('Publish this revision', { exact: true }).click();
  await page.getByLabel(/your reasons/i).fill('Specific, and safe to publish.');
  const scores = page.getByRole('group', { name: 'Scores' });
  for (const score of await scores.getByRole('combobox').all()) await score.selectOption('3');
  for (const why of await scores.getByRole('textbox').all()) await why.fill('It says what it rests on');
  await page.getByRole('button', { name: 'Save my recommendation' }).click();
  await page.getByText('Your recommendation is saved.').first().waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
}

/** Keep every word that the re-identification check found, saying why. */
async function settleFindings(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Recommendations, findings and requests' }).click();
  const open = page.locator('.desk-waive');
  await page.getByRole('heading', { name: /give somebody away/ }).waitFor();
  for (let left = await open.count(); left > 0; left -= 1) {
    const first = open.first();
    await first.locator('summary').click();
    await first.getByLabel(/Why may it stay/).fill('Known to everybody.');
    await first.getByRole('button', { name: 'Waive it' }).last().click();
    await until(async () => (await open.count()) < left, 'the finding to be kept');
  }
  expect(await faults(page)).toEqual([]);
}

/** What the desk does between the confirmation and the signature. */
async function review(title: string, slug: string): Promise<void> {
  const { page, complaints } = await signedIn('edith');
  await openLesson(page, title);
  await page
    .getByRole('button', { name: /begin the review|triage/i })
    .first()
    .click();
  await page.getByText(/^rita/).click();
  await page.getByText(/^rolf/).click();
  await page.getByRole('button', { name: 'Begin the review' }).last().click();
  await page.getByText('The review has begun.').first().waitFor();
  await recommend('rita', title);
  await recommend('rolf', title);
  await openLesson(page, title);
  await page.reload();
  await settleFindings(page);
  await page
    .getByRole('button', { name: /approve/i })
    .first()
    .click();
  await page.getByLabel('Address of the page').fill(slug);
  await page.getByRole('button', { name: 'Approve, and ask for the signature' }).click();
  await page.getByText('Approved. The exact text waits').first().waitFor();
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
}

/** The lesson is where readers look for it. */
async function expectPublished(title: string, slug: string): Promise<void> {
  const { page, complaints } = await openPage();
  const address = `/lessons/${slug}/`;
  await until(async () => (await page.request.get(address)).ok(), `the page ${address}`);

  await page.goto(address);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(title);
  expect(await faults(page)).toEqual([]);
  await page.goto('/lessons/');
  expect(await page.getByRole('link', { name: title }).count()).toBeGreaterThan(0);
  await page.goto(STEP);
  expect(await page.getByRole('link', { name: title }).count()).toBeGreaterThan(0);
  await page.goto(`/search/?q=${encodeURIComponent(title.split(' ').slice(-2).join(' '))}`);
  await page.getByRole('link', { name: title }).first().waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
}

describe('a lesson becomes a page', () => {
  test('with scripts on', async () => {
    const { title } = lesson.content;
    const { email } = lesson.contact;
    const { page, complaints } = await openPage();

    await beginLesson(page);
    await page.goto('/submit/draft/check/');
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.goto('/submit/draft/what-happened/');
    await sendLesson(page, lesson, async (step) => {
      expect([step, await faults(page)]).toEqual([step, []]);
    });
    await page
      .getByText(/PC-[0-9A-Z]{4}-[0-9A-Z]{4}/)
      .first()
      .waitFor();
    expect(await faults(page)).toEqual([]);

    const link = /http\S+/.exec(await running.letter(email, 1))?.[0] ?? '';
    await page.goto(link);
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await page.getByText('Received', { exact: false }).first().waitFor();
    expect(page.url()).not.toContain('#');

    await review(title, 'log4shell-in-clinics');
    await running.letter(email, 4);
    await page.goto('/status/');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign this text' }).click();
    await page
      .getByText(/Accepted|Being published|Published/)
      .first()
      .waitFor();

    await expectPublished(title, 'log4shell-in-clinics');
    await until(async () => {
      await page.reload();
      return (await page.getByText('It is public').count()) > 0;
    }, 'the state published');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('with scripts off on the public side', async () => {
    const title = 'Without scripts: the old scanner never saw Log4j';
    const email = 'otto@scriptless.example';
    const sent = {
      ...lesson,
      contact: { ...lesson.contact, email, organization: 'Scriptless Works' },
      content: { ...lesson.content, title },
    };
    const { page, complaints } = await openPage({ javaScriptEnabled: false });

    await beginLesson(page);
    await page.locator('[name="content.title"]').fill('Kept across pages');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page
      .getByRole('button', { name: /add another event/i })
      .first()
      .click();
    await page.goto('/submit/draft/what-happened/');
    expect(await page.locator('[name="content.title"]').inputValue()).toBe('Kept across pages');
    await sendLesson(page, sent);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('One thing is left to do');
    expect(await page.locator('body').textContent()).toMatch(/PC-[0-9A-Z]{4}-[0-9A-Z]{4}/);

    await running.letter(email, 1);
    await page.goto('/open/');
    await page
      .getByLabel('Secret code')
      .fill(codeIn(running.mailbox.to(email)).replaceAll('-', ' ').toUpperCase());
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    expect(await page.locator('body').textContent()).toContain('An editor reads it');

    await review(title, 'old-scanner-and-log4j');
    await page.goto('/status/');
    await page.getByRole('button', { name: 'Sign this text' }).click();

    await expectPublished(title, 'old-scanner-and-log4j');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test('no code reached an address, a Referer or the log', () => {
  const codes = ['ana@clinics.example', 'otto@scriptless.example']
    .flatMap((address) => running.mailbox.to(address))
    .map(({ text = '' }) => /#([a-z-]+)/.exec(text)?.[1] ?? '');
  const log = running.logged.join('\n');

  expect(codes.length).toBeGreaterThan(5);
  for (const code of codes)
    for (const [first, second] of pairs(code.split('-'))) expect(log).not.toContain(`${first}-${second}`);
});

const pairs = (words: readonly string[]) =>
  words.slice(1).map((word, index) => [words[index], word] as const);
