/**
 * Photographs pages for a person to look at: `node test/support/screenshots.ts / /about/`, or every page when none is named.
 * It builds the site, unless `SITE_FOLDER` names a built one, and leaves and prints the folder of the pictures.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { buildSite, listPages, serveFolder } from './built-site.ts';

const WIDTHS = [320, 1280];

async function photograph(browser: Browser, address: string, name: string) {
  const page = await browser.newPage();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    await page.screenshot({ path: `${name}-${width}.png`, fullPage: true });
  }
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 900 });
  await page.screenshot({ path: `${name}-print.png`, fullPage: true });
  await page.close();
}

const folder = process.env.SITE_FOLDER ?? (await buildSite()).folder;
const named = process.argv.slice(2);
const pictures = await mkdtemp(join(tmpdir(), 'patch-commons-pictures-'));
const site = await serveFolder(folder);
const browser = await startBrowser();

for (const path of named.length > 0 ? named : await listPages(folder)) {
  const name = path.replaceAll('/', '_').replace(/^_|_$/g, '') || 'home';
  await photograph(browser, `${site.origin}${path}`, join(pictures, name));
}

await browser.close();
await site.close();
console.log(pictures);
