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
    expect(asked.filter((path) => path.startsWith(PATHS.search))).toEqual([PATHS.search]);

    await page.getByRole('searchbox').fill('CVE-2017-5638');
    await page.getByText('1 page found').waitFor();

    expect(asked).toContain(FILES.searchIndex);
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

    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const [first, second] = await titles(page);
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(second);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-box');
  });

  test('says in which section the words stand, and leads there', async () => {
    const { page } = await open(`${PATHS.search}?q=rollback&kind=lesson`);
    const link = page.locator('.entry__about a').first();
    await link.waitFor();
    await link.click();
    await page.waitForURL(/\/lessons\/[a-z0-9-]+\/#[\w-]+$/);
    expect(await page.locator(':target').isVisible()).toBe(true);
  });

  test('narrows down by kind, keeps that in the address, and takes it back', async () => {
    const { page } = await open(`${PATHS.search}?q=canary`);
    await page.getByText(/pages found/).waitFor();
    const link = page.getByRole('link', { name: /^Steps \d+$/ });
    const count = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
    await link.click();
    await page.getByText(`${count} pages found`, { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=canary&kind=step');
    expect(await page.locator(':focus').getAttribute('aria-current')).toBe('true');

    await page.reload();
    await page.getByText(`${count} pages found`, { exact: true }).waitFor();
    for (const about of await page.locator('.entry__about').allTextContents())
      expect(about).toMatch(/^Step of/);
    await page.getByRole('link', { name: /^All \d+$/ }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?q=canary');
  });

  test('shows ten at a time, and puts the keyboard on the first of the next ten', async () => {
    const { page } = await open(`${PATHS.search}?q=patch`);
    const more = page.getByRole('button', { name: 'Show more' });
    await more.click();
    await page.locator('.entry').nth(19).waitFor();
    expect(await titles(page)).toHaveLength(20);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe((await titles(page))[10]);
  });

  test('finds by the long name what a page names by the short one', async () => {
    const { page } = await open(`${PATHS.search}?q=SSVC`);
    await page.getByText(/pages found/).waitFor();
    const short = await titles(page);
    await page.getByRole('searchbox').fill('stakeholder-specific vulnerability categorization');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect.poll(() => titles(page)).toEqual(expect.arrayContaining(short.slice(0, 5)));
  });

  test('looks for words spelled alike once the search is asked for', async () => {
    const { page } = await open(PATHS.search);
    await page.getByRole('searchbox').fill('wanacry');
    await page.getByText('Press Search to look for words spelled alike').waitFor();
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('found with words spelled alike').waitFor();
    expect((await titles(page)).join()).toContain('WannaCry');
  });

  test('says so when a part of it cannot be had, and finds it when it can again', async () => {
    const { page } = await open(PATHS.search);
    await page.route('**/search/parts/**', (route) => route.abort());
    await page.getByRole('searchbox').fill('canary');
    await page.getByText('The search could not be loaded').waitFor();

    await page.unroute('**/search/parts/**');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText(/pages found/).waitFor();
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
    expect(await page.locator('[data-search-more]').isVisible()).toBe(false);
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
    page.locator(`[data-facet="${facet}"] [data-value="${value}"] a`).click();

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
    const count = page.locator('[data-facet="environment"] [data-value="on_premises"] .facet__count');
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

  test('the keyboard stays on what it chose, and further choices are offered by what is left', async () => {
    const { page } = await open(PATHS.lessons);
    await page.locator('[data-facet="outcome"] [data-value="failure"] a').focus();
    await page.keyboard.press('Enter');
    await page.getByText(/\d+ of \d+ lessons/).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('li')?.dataset['value']))
      .toBe('failure');
    expect(await page.locator(':focus').getAttribute('aria-current')).toBe('true');

    await page.getByText('Technology', { exact: true }).click();
    const offered = page.locator('[data-facet="technology"] li');
    for (const count of await offered.locator('.facet__count').allTextContents())
      expect(Number(count)).toBeGreaterThan(0);
    await offered.first().locator('a').click();
    await expect.poll(async () => (await titles(page)).length).toBeLessThan(5);
    expect(await titles(page)).not.toEqual([]);
  });

  test('a choice that an address carries shows even where its value is not among the most frequent', async () => {
    const { page } = await open(`${PATHS.lessons}?step=isolation--monitor&technology=nothing-of-this-name`);
    await page.getByText(/\d+ of \d+ lessons/).waitFor();
    expect(await page.locator('[data-facet="step"] [aria-current]').textContent()).toContain('Isolation');
    expect((await titles(page)).length).toBeGreaterThan(0);
  });

  test('without scripts a long facet leads to a page of all its values', async () => {
    const { page } = await open(PATHS.lessons, { javaScriptEnabled: false });
    await page.getByText('Step', { exact: true }).click();
    await page.locator('[data-facet="step"] .facet__all').click();
    expect(new URL(page.url()).pathname).toBe('/lessons/by/step/');
    expect(await page.locator('.facet-values li').count()).toBeGreaterThan(12);
    await page.locator('.facet-values a').first().click();
    expect(await titles(page)).not.toEqual([]);
  });

  test('without scripts each value is a link to a page of its own with as many lessons as it says', async () => {
    const { page } = await open(PATHS.lessons, { javaScriptEnabled: false });
    const place = page.locator('[data-facet="outcome"] [data-value="failure"]');
    const count = Number(await place.locator('.facet__count').textContent());
    await place.locator('a').click();
    expect(new URL(page.url()).pathname).toBe('/lessons/by/outcome/failure/');
    expect(await titles(page)).toHaveLength(count);
  });
});
