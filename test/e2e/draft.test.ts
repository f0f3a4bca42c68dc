/** Writing a lesson or an offering in a browser: what is typed is kept, whatever breaks, and whoever else writes. */
import fs from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBrowser, startBrowserOn } from '#test/support/browser.ts';
import { fillForm } from '#test/support/fill-form.ts';
import { temporaryFolder } from '#test/support/folder.ts';
import { offeringSent } from '#test/support/offering.ts';
import { freePort, placeSite, until } from '#test/support/running.ts';
import { type ServerProcess, startServer } from '#test/support/server-process.ts';
import { beginLesson } from '#test/support/write-lesson.ts';

const dataDir = fs.mkdtempSync('/tmp/patch-commons-drafts-');
let port: number;
let origin: string;
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  await placeSite(dataDir, inject('siteFolder'));
  port = await freePort();
  origin = `http://localhost:${port}`;
  [server, browser] = await Promise.all([startServer(port, dataDir), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.kill();
  fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
});

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  return (await browser.newContext({ baseURL: origin, ...options })).newPage();
}

/** Another device, opened by the code. */
async function openWith(code: string, step: string): Promise<Page> {
  const page = await open();
  await enter(page, code);
  await page.goto(`/submit/draft/${step}/`);
  return page;
}

async function enter(page: Page, code: string): Promise<void> {
  await page.goto(`${origin}/open/`);
  await page.getByLabel('Secret code').fill(code);
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.waitForURL('**/submit/draft/');
}

/** Whether any file of a folder holds a text. */
const holds = (folder: string, text: string) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes('Local Storage'))
    .some((entry) => fs.readFileSync(`${entry.parentPath}/${entry.name}`).includes(text));

const title = (page: Page) => page.locator('[name="content.title"]');
const saved = (page: Page) => page.getByText(/^Saved at/).waitFor();
const hydrated = (page: Page) => page.locator('.saving-note').waitFor();

/** Type into the first field and wait until the server has it. */
async function typeTitle(page: Page, text: string): Promise<void> {
  await hydrated(page);
  const answered = page.waitForResponse((response) => response.request().method() === 'PUT');
  await title(page).fill(text);
  await answered;
  await saved(page);
}

describe('what is typed', () => {
  test('survives a crash of the server and of the browser', async () => {
    const profile = temporaryFolder();
    const first = await startBrowserOn(profile);
    const page = await first.newPage();
    await page.goto(`${origin}/submit/lesson/`);
    await page.getByRole('button', { name: 'Write the whole lesson' }).click();
    const code = (await page.locator('.secret-code').textContent()) ?? '';
    await page.getByRole('link', { name: 'Begin', exact: true }).click();
    await typeTitle(page, 'Saved before the crash');
    const beside = await first.newPage();
    await beside.goto(page.url());
    await hydrated(beside);

    await server.kill();
    await title(beside).fill('Typed in another window');
    await title(page).fill('Typed while the server was down');
    await page.getByText('We cannot reach the server').waitFor();
    // The browser writes to its disk when it likes; what it had not written by then, no page could have kept.
    for (const text of ['Typed in another window', 'Typed while the server was down'])
      await until(() => holds(profile, text), 'the browser to write it down');
    await first.crash();
    server = await startServer(port, dataDir);

    const second = await startBrowserOn(profile);
    const again = await second.newPage();
    await enter(again, code);
    await again.goto(`${origin}/submit/draft/what-happened/`);
    await hydrated(again);
    expect(await title(again).inputValue()).toBe('Typed while the server was down');
    await saved(again);
    await until(async () => {
      await again.goto(`${origin}/submit/draft/what-happened/`);
      return (await again.content()).includes('value="Typed while the server was down"');
    }, 'the server to have it');

    // What the other window had is offered once nothing newer is left.
    await again.getByRole('heading', { name: 'This step was changed elsewhere' }).waitFor();
    expect(await title(again).inputValue()).toBe('Typed in another window');
    await second.crash();
  });

  test('is saved once a dropped connection is back, and nothing else is needed', async () => {
    const page = await open();
    const code = await beginLesson(page);
    await typeTitle(page, 'Before');
    await page.context().setOffline(true);
    await title(page).fill('In the tunnel');
    await page.getByText('We cannot reach the server').waitFor();
    await page.context().setOffline(false);
    await saved(page);

    const other = await openWith(code, 'what-happened');
    expect(await title(other).inputValue()).toBe('In the tunnel');
  });

  test('is not lost by leaving too soon: the browser asks first', async () => {
    const page = await open();
    await beginLesson(page);
    await hydrated(page);
    await page.context().setOffline(true);
    await title(page).pressSequentially('Unsaved');
    const asked = page.waitForEvent('dialog').then(async (dialog) => {
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
    });
    await page.close({ runBeforeUnload: true });
    await asked;
  });
});

test('an offering, which has no draft on the server, is kept in the browser until the server has it', async () => {
  const profile = temporaryFolder();
  const first = await startBrowserOn(profile);
  const before = await first.newPage();
  await before.goto(`${origin}/submit/offering/`);
  await before.getByRole('heading', { name: 'Until you send it' }).waitFor();
  await before.locator('[name="content.product"]').fill(offeringSent.content.product);
  await until(() => holds(profile, offeringSent.content.product), 'the browser to write it down');
  await first.crash();

  const second = await startBrowserOn(profile);
  const page = await second.newPage();
  const kept = () => page.evaluate(() => Object.values(localStorage).join());
  await page.goto(`${origin}/submit/offering/`);
  await page.getByText('You typed this on').waitFor();
  expect(await page.locator('[name="content.product"]').inputValue()).toBe(offeringSent.content.product);
  expect(await faults(page)).toEqual([]);
  const { claims, instructions, scenarios: _, ...content } = offeringSent.content;
  await fillForm(page, { content: { ...content, claims: [claims[0]], instructions: [instructions[0]] } });
  await page.locator('label[for="content-scenarios-routine_patching"]').click();
  // An address that a browser lets through and the server does not.
  await fillForm(page, {
    contact: { ...offeringSent.contact, email: 'vera@lathe' },
    consent: { publish: true, authority: true },
  });
  await page.getByRole('button', { name: 'Send it' }).click();

  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await page.getByRole('heading', { name: 'Until you send it' }).waitFor();
  await page.locator('[name="content.version"]').fill('3.2');
  await page.locator('[name="contact.email"]').fill(offeringSent.contact.email);
  expect(await kept()).toContain('3.2');
  await page.getByRole('button', { name: 'Send it' }).click();

  await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
  await until(async () => (await kept()) === '', 'the browser to forget it');
  await page.goto(`${origin}/submit/offering/`);
  await page.getByRole('heading', { name: 'Until you send it' }).waitFor();
  expect(await page.locator('[name="content.product"]').inputValue()).toBe('');
  await second.crash();
});

test('while one writes, the page names what may give one away and what others wrote of it', async () => {
  const page = await open();
  await beginLesson(page);
  await hydrated(page);
  const situation = page.locator('[name="content.situation"]');
  await situation.fill(
    'The emergency patch waited until jane.roe@riverside.example had watched the canary group for a day.',
  );
  const finding = page.locator('#findings li').filter({ hasText: 'jane.roe@riverside.example' });
  await finding.waitFor();
  const suggested = page.locator('.suggestions');
  await suggested.getByRole('link', { name: /canary/i }).waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await finding.getByRole('button').click();
  await page.waitForURL('**#findings');
  expect(await situation.inputValue()).not.toContain('jane.roe');
  expect(await situation.inputValue()).toContain('had watched the canary group for a day');
});

describe('two who write at once', () => {
  test('at different steps lose nothing and are not bothered', async () => {
    const page = await open();
    const code = await beginLesson(page);
    await hydrated(page);
    const other = await openWith(code, 'timeline');
    await hydrated(other);
    await typeTitle(page, 'From the first');
    await other.locator('[name="content.timeline[0].date"]').fill('2021-12');
    await saved(other);

    await page.goto('/submit/draft/timeline/');
    expect(await page.locator('[name="content.timeline[0].date"]').inputValue()).toBe('2021-12');
    await other.goto('/submit/draft/what-happened/');
    expect(await title(other).inputValue()).toBe('From the first');
  });

  test('at one step are shown both versions, and the one who saves again wins', async () => {
    const page = await open();
    const code = await beginLesson(page);
    await hydrated(page);
    const other = await openWith(code, 'what-happened');
    await typeTitle(page, 'Theirs');
    await hydrated(other);
    await title(other).fill('Mine');

    await other.getByRole('heading', { name: 'This step was changed elsewhere' }).waitFor();
    expect(await other.locator('#both-versions ~ dl').textContent()).toContain('Theirs');
    expect(await title(other).inputValue()).toBe('Mine');
    expect(await faults(other)).toEqual([]);
    await other.getByRole('button', { name: 'Save and continue' }).click();
    await other.waitForURL('**/timeline/');
    await page.reload();
    expect(await title(page).inputValue()).toBe('Mine');
  });
});

test.each([320, 1280])('a short lesson is sent with the keyboard alone, %i pixels wide', async (width) => {
  const page = await open({ viewport: { width, height: 800 } });
  await page.goto('/submit/lesson/');
  await pressOn(page, 'Tell it in two minutes');
  await page.waitForURL('**/submit/draft/');
  await pressOn(page, 'Begin');
  await page.waitForURL('**/two-minutes/');
  await hydrated(page);
  await typeInto(page, 'content.happened', 'A patch of the VPN gateway waited for the window.');
  await typeInto(page, 'content.differently', 'Patch what faces the internet first.');
  expect(await faults(page)).toEqual([]);
  await pressOn(page, 'Save and continue');
  await page.waitForURL('**/check/');
  await hydrated(page);
  const before = await page.getByText(/^Saved at/).textContent();
  await typeInto(page, 'contact.name', 'Kay');
  await until(async () => {
    const [now] = await page.getByText(/^Saved at/).allTextContents();
    return now !== undefined && now !== before;
  }, 'the name to be saved');
  // The check still knows what was written at the other step: nothing is missing, and a short lesson has no preview.
  expect(await page.getByRole('heading', { name: /Still missing|How your page would read/ }).count()).toBe(0);
  await typeInto(page, 'contact.email', 'kay@keyboard.example');
  await typeInto(page, 'contact.organization', 'none');
  for (const box of ['consent.publish', 'consent.authority']) {
    await reach(page, `[name="${box}"]`);
    await page.keyboard.press('Space');
  }
  expect(await faults(page)).toEqual([]);
  await pressOn(page, 'Send it');
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
  expect(await faults(page)).toEqual([]);
});

test('the receipt is a file that can be checked', async () => {
  const page = await open();
  await beginLesson(page, 'Tell it in two minutes');
  await hydrated(page);
  await page.locator('[name="content.happened"]').fill('It rebooted during payroll.');
  await page.locator('[name="content.differently"]').fill('Ask payroll first.');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForURL('**/check/');
  await page.locator('[name="contact.name"]').fill('Rae');
  await page.locator('[name="contact.email"]').fill('rae@receipt.example');
  await page.locator('[name="contact.organization"]').fill('none');
  for (const box of ['consent.publish', 'consent.authority'])
    await page.locator(`label[for="${await page.locator(`[name="${box}"]`).getAttribute('id')}"]`).click();
  await page.getByRole('button', { name: 'Send it' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the receipt' }).click();
  const file = JSON.parse(fs.readFileSync(await (await download).path(), 'utf8'));
  expect(Object.keys(file).toSorted()).toEqual(['nonce', 'receipt', 'submission']);
  expect(file.submission.content.happened).toBe('It rebooted during payroll.');
});

const faults = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};

/** Press Tab until the focus is where it should be. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}

async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await reach(page, `[name="${name}"]`);
  await page.keyboard.type(text);
}

/** Reach a button or link by its words, and press Enter. */
async function pressOn(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (text === words) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
}
