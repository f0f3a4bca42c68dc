/** Prints a volume of the guide from the built site as a tagged PDF with bookmarks and page numbers. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument, PDFName } from 'pdf-lib';
import type { Browser } from 'playwright-core';
import type { VolumeOutline } from '#schemas/guide.ts';
import { guideVolumePath } from '#site/paths.ts';

const TYPES: Record<string, string> = { '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const FOOTER = `<p style="font: 8pt sans-serif; width: 100%; margin: 0 18mm; text-align: right">
  <span class="title"></span> · <span class="pageNumber"></span> / <span class="totalPages"></span></p>`;

export type PrintJob = {
  volume: Pick<VolumeOutline, 'volume' | 'title' | 'subtitle' | 'citation' | 'keywords'>;
  /** The site, built with `GUIDE_PRINT=true`. */
  folder: string;
  /** Where links to other pages lead. */
  publicUrl: string;
};

/** Print one volume. Throws where the site was built without its pages for paper. */
export async function printVolume(
  browser: Browser,
  { volume, folder, publicUrl }: PrintJob,
): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    // The page is shown under its public address, answered from the built files: links in the PDF then lead there.
    await page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      const file = path.join(
        folder,
        decodeURIComponent(pathname),
        pathname.endsWith('/') ? 'index.html' : '',
      );
      if (!existsSync(file)) return route.abort();
      return route.fulfill({
        body: await readFile(file),
        contentType: TYPES[path.extname(file)] ?? 'text/html',
      });
    });
    await page.goto(new URL(`${guideVolumePath(volume.volume)}print/`, publicUrl).href);
    await page.evaluate(() => document.fonts.ready);
    const printed = await page.pdf({
      format: 'A4',
      tagged: true,
      outline: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      margin: { top: '20mm', bottom: '20mm', left: '18mm', right: '18mm' },
    });
    return await describe(printed, volume);
  } finally {
    await page.close();
  }
}

/** Write into the PDF what it is, so that a reader's window and a library's catalogue name it by more than its file. */
async function describe(printed: Buffer, { title, subtitle, citation, keywords }: PrintJob['volume']) {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  document.setTitle(`${title}. ${subtitle}`, { showInWindowTitleBar: true });
  document.setAuthor(citation.authors.join(', '));
  document.setKeywords([...keywords]);
  document.setLanguage('en');
  // A reader's window counts pages as the footer prints them.
  document.catalog.set(PDFName.of('PageLabels'), document.context.obj({ Nums: [0, { S: 'D' }] }));
  return Buffer.from(await document.save());
}
