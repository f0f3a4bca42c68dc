/** Evidence files in a browser: with scripts one by one, with progress and a way to try again; without, in one form post. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '#test/support/browser.ts';
import { codeIn } from '#test/support/mailbox.ts';
import { type Running, runCommons } from '#test/support/running.ts';
import { lesson } from '#test/support/story.ts';

let running: Running;
let browser: Browser;

beforeAll(async () => {
  [running, browser] = await Promise.all([runCommons(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await running.stop();
});

type Opened = { page: Page; context: BrowserContext; complaints: string[] };

/** The status page of a lesson that was just confirmed. */
async function openStatus(
  email: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Opened> {
  const context = await browser.newContext({ baseURL: running.origin, ...options });
  const post = async (address: string, data: object) => {
    const answer = await context.request.post(address, { data, headers: { origin: running.origin } });
    if (!answer.ok()) throw new Error(`${address} answered ${answer.status()}: ${await answer.text()}`);
    return answer.json();
  };
  const { id } = await post('/api/submissions', { ...lesson, contact: { ...lesson.contact, email } });
  await running.letter(email, 1);
  await post('/api/open', { code: codeIn(running.mailbox.to(email)) });
  await post(`/api/submissions/${id}/confirm`, {});
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4|net::ERR_/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto('/status/');
  return { page, context, complaints };
}

const table = { name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from('name,found\nlog4j,214\n') };
const notes = { name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Notes\n') };
const web = { name: 'page.txt', mimeType: 'text/plain', buffer: Buffer.from('<!doctype html>') };
const large = { name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.alloc(10 * 1024 ** 2 + 1, 'a') };

const UPLOAD = /\/evidence$/;
const add = (page: Page) => page.getByRole('button', { name: 'Add these files' }).click();
const choose = (page: Page, files: (typeof table)[]) => page.getByLabel('Add files').setInputFiles(files);
const stored = (page: Page) => page.locator('[data-files] li');
const faults = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};

test('files go one by one: progress is seen, what is refused says why, and the rest of the page stays', async () => {
  const { page, complaints } = await openStatus('one@clinics.example');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(UPLOAD, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByText('Withdraw this submission', { exact: true }).click();

  await choose(page, [table, web, large]);
  await add(page);

  await page.getByRole('progressbar', { name: 'table.csv' }).waitFor();
  await page.getByText('It is larger than 10 MB.', { exact: true }).waitFor();
  expect(await faults(page)).toEqual([]);
  letGo();
  await stored(page).getByText('evidence-1.csv').first().waitFor();
  await page.getByText('This is a web page', { exact: false }).first().waitFor();
  expect(await page.getByText('CSV table, 1 kB').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Yes, withdraw it' }).last().isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: /Try again/ }).count()).toBe(0);
  expect(await faults(page)).toEqual([]);

  await page.getByRole('button', { name: 'Put away page.txt' }).click();
  await page.getByRole('button', { name: 'Remove evidence-1.csv' }).click();
  await page.getByText('evidence-1.csv was removed.').waitFor();
  expect(await stored(page).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('after a dropped connection a file is tried again with a button, and arrives once', async () => {
  const { page, complaints } = await openStatus('again@clinics.example');
  const answers = ['broken off', 'answer lost'];
  await page.route(UPLOAD, async (route) => {
    const trouble = answers.shift();
    if (trouble === 'answer lost') await route.fetch();
    if (trouble) await route.abort('connectionreset');
    else await route.continue();
  });

  await choose(page, [table]);
  await page.getByText('Keep the names of the files').click();
  await add(page);

  for (const _ of ['after it broke off', 'after the answer was lost']) {
    await page.locator('li').getByText('The connection broke off. The file is still chosen here.').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again table.csv' }).click();
  }
  await page.getByText('table.csv was added.').waitFor();
  expect(await stored(page).count()).toBe(1);
  await page.reload();
  expect(await stored(page).count()).toBe(1);
  expect(await stored(page).textContent()).toContain('table.csv');
  expect(complaints).toEqual([]);
});

test('without scripts several files go in one post, and what is refused comes back beside what was taken', async () => {
  const { page } = await openStatus('plain@clinics.example', { javaScriptEnabled: false });

  await choose(page, [table, web, notes]);
  await add(page);

  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await page.getByRole('link', { name: /^page.txt: This is a web page/ }).waitFor();
  expect(await stored(page).count()).toBe(2);
  await page.getByRole('button', { name: 'Remove evidence-1.csv' }).click();
  await page.waitForURL('**/status/#evidence');
  expect(await stored(page).count()).toBe(1);
});
