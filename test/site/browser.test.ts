/** What must hold on every page once a browser shows it: accessibility, stillness, weight, and no other host. */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { PATHS } from '#site/paths.ts';
import { startBrowser } from '#test/support/browser.ts';
import { fileOf, listPages, type ServedFolder, serveFolder } from '#test/support/built-site.ts';

const folder = inject('siteFolder');
const every = await listPages(folder);
/** Kinds of more pages than this are sampled. */
const MANY = 8;
/** Every page with `npm run test:long`; every day a few of each kind, its lightest and heaviest among them. */
const pages = process.env.EVERY_PAGE ? every : every.filter((path) => isSampled(path));

/** Gzipped bytes before any interaction. Forms, the desk and tools are applications and have budgets of their own. */
const BUDGET = { document: 15_000, stylesheet: 20_000, script: 2_000 };
const APPLICATIONS = [PATHS.submit, PATHS.status, PATHS.open, PATHS.desk, PATHS.patchCurve];
const isGuidance = (path: string) => !APPLICATIONS.some((application) => path.startsWith(application));

/** Pages of one kind are printed by one template: `/processes/x/y/` and `/processes/x/z/` are of a kind, `/about/` is alone. */
function kindOf(path: string): string {
  const [, room, ...rest] = path.split('/');
  return rest.length > 1 ? `${room} ${rest.length}` : path;
}
function isSampled(path: string): boolean {
  const ofKind = every
    .filter((other) => kindOf(other) === kindOf(path))
    .toSorted((a, b) => statSync(fileOf(folder, a)).size - statSync(fileOf(folder, b)).size);
  const position = ofKind.indexOf(path);
  return ofKind.length <= MANY || position === 0 || position >= ofKind.length - 2;
}

let browser: Browser;
let site: ServedFolder;

beforeAll(async () => {
  [browser, site] = await Promise.all([startBrowser(), serveFolder(folder)]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

test.concurrent.each(pages)(
  '%s is accessible, fits, keeps still, is light and asks no other host',
  async (path) => {
    const { page, complaints, responses } = await visit(path, 1280);
    const sizes = await gzippedSizes(responses);

    expect(responses.filter((response) => new URL(response.url()).origin !== site.origin)).toEqual([]);
    expect(await layoutShift(page)).toBe(0);
    if (isGuidance(path))
      for (const [kind, most] of Object.entries(BUDGET))
        expect(sizes[kind] ?? 0, kind).toBeLessThanOrEqual(most);

    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page), `${width} pixels`).toEqual([]);
      expect(await sidewaysScroll(page), `${width} pixels`).toBe(0);
    }
    expect(complaints.filter((complaint) => isGuidance(path) || !isOfAbsentApi(complaint))).toEqual([]);
    await page.context().close();
  },
);

test('the menu of small screens opens without a script', async () => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 700 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(`${site.origin}/`);

  const link = page.getByRole('link', { name: 'Lessons', exact: true });
  expect(await link.isVisible()).toBe(false);
  await page.getByText('Menu', { exact: true }).click();
  expect(await link.isVisible()).toBe(true);
  await context.close();
});

test('the first stop of the keyboard skips to the content', async () => {
  const { page } = await visit('/', 1280);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.context().close();
});

test('links that stand alone are at least 24 pixels high, because fingers are', async () => {
  const { page } = await visit('/', 320);
  await page.getByText('Menu', { exact: true }).click();
  const low = await page
    .locator('li > a:visible, summary:visible, button:visible')
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.getBoundingClientRect().height < 24)
        .map(({ outerHTML }) => outerHTML),
    );
  expect(low).toEqual([]);
  await page.context().close();
});

test('headings and text are set in the faces that the site serves', async () => {
  const { page } = await visit('/about/', 1280);
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
  });
  expect(loaded.map((family) => family.replaceAll('"', ''))).toEqual(
    expect.arrayContaining(['Source Sans', 'Source Serif']),
  );
  expect(await readFile(fileOf(folder, '/about/'), 'utf8')).toContain('rel="preload"');
  await page.context().close();
});

/** `about`: the address of what could not be loaded, or of the script. */
type Complaint = { text: string; about: string };

/** Only files are served here: an application that asks the API for something finds nothing. */
const isOfAbsentApi = ({ text, about }: Complaint) =>
  text.includes('status of 404') && about.startsWith(`${site.origin}/api/`);

/** Open a page in a context of its own, noting what it asks for and what the browser complains of. */
async function visit(path: string, width: number) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const complaints: Complaint[] = [];
  const responses: Response[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push({ text: message.text(), about: message.location().url });
  });
  page.on('pageerror', (error) => complaints.push({ text: error.message, about: '' }));
  page.on('response', (response) => responses.push(response));
  await page.goto(`${site.origin}${path}`);
  return { page, complaints, responses };
}

/** Gzipped bytes by kind of resource: `{ document, stylesheet, script, … }`. */
async function gzippedSizes(responses: readonly Response[]): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const response of responses) {
    const kind = response.request().resourceType();
    sizes[kind] = (sizes[kind] ?? 0) + gzipSync(await response.body()).length;
  }
  return sizes;
}

/** What axe finds with all of its rules on all of the page. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Pixels by which the page is wider than its window. */
const sidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Sum of the layout shifts since the page opened. */
const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          resolve(
            list.getEntries().reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0),
          );
        }).observe({ type: 'layout-shift', buffered: true });
        // A page that never shifts has no entry and calls nobody.
        setTimeout(() => resolve(0), 100);
      }),
  );
