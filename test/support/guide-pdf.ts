/**
 * Prints the volumes of the guide as tagged PDF with bookmarks and page numbers: `npm run guide:pdf`, or with the folder
 * to write into. It stands beside the tests because the browser is theirs. `PUBLIC_URL` is where links lead.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { VOLUMES, type Volume } from '#schemas/guide.ts';
import { guideVolumePath } from '#site/paths.ts';
import { startBrowser } from './browser.ts';
import { buildSite, fileOf } from './built-site.ts';

const TYPES: Record<string, string> = { '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const FOOTER = `<p style="font: 8pt sans-serif; width: 100%; margin: 0 18mm; text-align: right">
  <span class="title"></span> · <span class="pageNumber"></span> / <span class="totalPages"></span></p>`;

/** The page is shown under its public address, answered from the built files: links in the PDF then lead there. */
async function print(browser: Browser, folder: string, origin: string, volume: Volume, file: string) {
  const page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const built = fileOf(folder, decodeURIComponent(new URL(route.request().url()).pathname));
    if (!existsSync(built)) return route.abort();
    return route.fulfill({ body: await readFile(built), contentType: TYPES[extname(built)] ?? 'text/html' });
  });
  await page.goto(`${origin}${guideVolumePath(volume)}print/`);
  await page.evaluate(() => document.fonts.ready);
  await page.pdf({
    path: file,
    format: 'A4',
    tagged: true,
    outline: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: FOOTER,
    margin: { top: '20mm', bottom: '20mm', left: '18mm', right: '18mm' },
  });
  await page.close();
}

const target = process.argv[2] ?? 'dist/guide';
const origin = new URL(process.env.PUBLIC_URL ?? 'http://localhost:4321').origin;
await mkdir(target, { recursive: true });
const site = await buildSite({ GUIDE_PRINT: 'true' });
const browser = await startBrowser();

for (const volume of VOLUMES) {
  const file = join(target, `patching-in-practice-${volume}.pdf`);
  await print(browser, site.folder, origin, volume, file);
  console.log(file);
}

await browser.close();
await site.remove();
