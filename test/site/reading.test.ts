/** Finding and sifting in a browser, with scripts and without. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { FILES, PATHS } from '#site/paths.ts';
import { startBrowser } from '#test/support/browser.ts';
import { type ServedFolder, serveFolder } from '#test/support/built-site.ts';

let browser: Browser;
let site: ServedFolder;

beforeAll(async () => {
  [browser, site] = await Promise.all([startBrowser(), serveFolder(inject('siteFolder'))]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Open a page, with the paths of all it asked for. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}${path}`);
  return { page, asked };
}

const titles = (page: Page) => page.locator('.entry__title a').allTextContents();
const found = (page: Page) => page.getByRole('status').textContent();

describe('search', () => {
  test('loads nothing before the box is used, and then finds, marks and keeps the words in the address', async () => {
    const { page, asked } = await open(PATHS.search);
    expect(asked).not.toContain(FILES.searchIndex);

    await page.getByRole('searchbox').fill('CVE-2017-5638');
    await page.getByText('1 page found').waitFor();

    expect(await titles(page)).toEqual([expect.stringContaining('Equifax')]);
    expect(await page.locator('mark').first().textContent()).toBe('CVE-2017-5638');
    expect(new URL(page.url()).search).toBe('?q=CVE-2017-5638');
  });

  test('works from the header of another page, by the keyboard alone', async () => {
    const { page } = await open('/about/', { viewport: { width: 1280, height: 800 } });
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('canary');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.origin}${PATHS.search}?q=canary`);
    await page.getByText(/pages found/).waitFor();

    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.entry__title') !== null)).toBe(true);
  });

  test('prints what is typed as text', async () => {
    const { page } = await open(
      `${PATHS.search}?q=${encodeURIComponent('<img src=x onerror=alert(1)>canary')}`,
    );
    await page.getByText('pages found').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
  });

  test('says what to do when nothing is found', async () => {
    const { page } = await open(`${PATHS.search}?q=xyzzyplugh`);
    await page.getByText('Nothing found. Try fewer or other words').waitFor();
  });

  test('without scripts says so and leads to the lists', async () => {
    const { page } = await open(PATHS.search, { javaScriptEnabled: false });
    const note = page.locator('noscript p');
    expect(await note.isVisible()).toBe(true);
    expect(await note.locator('a').first().getAttribute('href')).toBe(PATHS.lessons);
  });
});

describe('sifting lessons', () => {
  const choose = (page: Page, facet: string, value: string) =>
    page.locator(`[data-facet="${facet}"][data-value="${value}"] a`).click();

  test('combines choices at once, counts what is left, and keeps them in the address', async () => {
    const { page, asked } = await open(PATHS.lessons);
    const all = await titles(page);
    expect(asked).not.toContain(FILES.lessonIndex);

    await choose(page, 'outcome', 'failure');
    await page.getByText(new RegExp(`of ${all.length} lessons`)).waitFor();
    const failures = await titles(page);
    await page.getByText('Environment', { exact: true }).click();
    await choose(page, 'environment', 'on_premises');
    await expect.poll(() => page.url()).toContain('?outcome=failure&environment=on_premises');

    const both = await titles(page);
    expect(failures.length).toBeLessThan(all.length);
    expect(failures).toEqual(expect.arrayContaining(both));
    expect(await found(page)).toBe(`${both.length} of ${all.length} lessons`);
    const count = page.locator('[data-facet="environment"][data-value="on_premises"] .facet__count');
    expect(await count.textContent()).toBe(`${both.length}`);

    await page.goBack();
    await expect.poll(() => titles(page)).toEqual(failures);
  });

  test('an address with a choice shows it, and choosing it again takes it out', async () => {
    const { page } = await open(`${PATHS.lessons}?outcome=failure`);
    await page.getByText(/\d+ of \d+ lessons/).waitFor();
    const failures = (await titles(page)).length;
    await choose(page, 'outcome', 'failure');
    await expect.poll(async () => (await titles(page)).length).toBeGreaterThan(failures);
    expect(new URL(page.url()).search).toBe('');
  });

  test('without scripts each value is a link to a page of its own with as many lessons as it says', async () => {
    const { page } = await open(PATHS.lessons, { javaScriptEnabled: false });
    const place = page.locator('[data-facet="outcome"][data-value="failure"]');
    const count = Number(await place.locator('.facet__count').textContent());
    await place.locator('a').click();
    expect(new URL(page.url()).pathname).toBe('/lessons/by/outcome/failure/');
    expect(await titles(page)).toHaveLength(count);
  });
});
