/** The PDF of a volume, as `npm run guide:pdf` makes it: what a screen reader, a window and a printer need of it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef, PDFString } from 'pdf-lib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { makeGuidePdfs } from '#api/programs/guide-pdf/make.ts';
import { volume } from '#schemas/guide.ts';
import { guidePdfName } from '#site/paths.ts';
import { fileOf } from '#test/support/built-site.ts';
import { readContent } from '#test/support/content.ts';

const PUBLIC_URL = 'https://commons.example';
const name = (text: string) => PDFName.of(text);

let folder: string;
let file: string;
let pdf: PDFDocument;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'patch-commons-pdf-'));
  const order = { target: folder, recordsDir: path.join(folder, 'none'), publicUrl: PUBLIC_URL };
  [file = ''] = await makeGuidePdfs({ ...order, volumes: ['b'] });
  pdf = await PDFDocument.load(await readFile(file), { updateMetadata: false });
}, 300_000);

afterAll(() => rm(folder, { recursive: true }));

const dict = (value: PDFObject | undefined) => pdf.context.lookup(value, PDFDict);
/** Links of all pages: the name of a place in the document, or an address. */
const links = () =>
  pdf.getPages().flatMap((page) =>
    (page.node.Annots()?.asArray() ?? []).map(dict).map((annotation) => ({
      place: annotation.get(name('Dest')),
      address: annotation.lookupMaybe(name('A'), PDFDict)?.lookupMaybe(name('URI'), PDFString)?.asString(),
    })),
  );

test('is tagged, in English, and shows its title in the window', () => {
  const { catalog } = pdf;
  expect(catalog.lookup(name('MarkInfo'), PDFDict).get(name('Marked'))?.toString()).toBe('true');
  expect(catalog.lookup(name('StructTreeRoot'), PDFDict).has(name('K'))).toBe(true);
  expect(String(catalog.get(name('Lang')))).toContain('en');
  expect(pdf.getTitle()).toContain('Volume B');
  expect(catalog.getOrCreateViewerPreferences().getDisplayDocTitle()).toBe(true);
});

test('has bookmarks, one inside the other, each with a title', () => {
  const outlines = pdf.catalog.lookup(name('Outlines'), PDFDict);
  const first = dict(outlines.get(name('First')));
  const titles: string[] = [];
  for (let item: PDFDict | undefined = dict(first.get(name('First'))); item; ) {
    titles.push(String(item.get(name('Title'))));
    item = item.lookupMaybe(name('Next'), PDFDict);
  }
  expect(titles.length).toBeGreaterThan(10);
});

test('counts its pages from one, as the footer prints them', () => {
  const labels = pdf.catalog.lookup(name('PageLabels'), PDFDict).lookup(name('Nums'), PDFArray);
  expect(String(labels.get(0))).toBe('0');
  expect(String(pdf.context.lookup(labels.get(1), PDFDict).get(name('S')))).toBe('/D');
});

test('each link inside leads to a page of it, and those out of it to pages that exist', async () => {
  const places = pdf.catalog.lookup(name('Dests'), PDFDict);
  const inside = links().flatMap(({ place }) => (place instanceof PDFName ? [place] : []));
  expect(inside.length).toBeGreaterThan(40);
  const pages = new Set(pdf.getPages().map(({ ref }) => ref));
  const lost = inside.filter((place) => {
    const target = places.lookupMaybe(place, PDFArray)?.get(0);
    return !(target instanceof PDFRef && pages.has(target));
  });
  expect(lost.map(String)).toEqual([]);

  const built = inject('siteFolder');
  const own = links().flatMap(({ address }) => (address?.startsWith(PUBLIC_URL) ? [new URL(address)] : []));
  expect(own.length).toBeGreaterThan(20);
  for (const { pathname } of own) await readFile(fileOf(built, pathname));
});

test('is named by the version of its volume, so that the site offers no older one', () => {
  const { version } = volume.parse(parse(readContent('guide/volume-b.yaml')));
  expect(path.basename(file)).toBe(guidePdfName('b', version));
});
