/** What can be taken away from the built site: citations, feeds, tables, OSCAL, and what pages tell programs. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, inject, test } from 'vitest';
import { VOLUMES } from '#schemas/guide.ts';
import {
  checklistFile,
  citationFile,
  FILES,
  guideCitationFile,
  lessonPath,
  PATHS,
  processPath,
  tableFile,
} from '#site/paths.ts';
import { fileOf, listPages } from '#test/support/built-site.ts';
import { readCases, readProcesses } from '#test/support/content.ts';
import { faultsOf, oscalSchema } from '#test/support/oscal.ts';

const folder = inject('siteFolder');
const pages = await listPages(folder);
const textOf = (path: string) => readFile(fileOf(folder, path), 'utf8');
const jsonOf = async (path: string) => JSON.parse(await textOf(path));
const isThere = (address: string) => existsSync(fileOf(folder, new URL(address).pathname));

/** The addresses in a value, however deep. */
function addressesIn(value: unknown, origin: string): string[] {
  if (typeof value === 'string') return value.startsWith(`${origin}/`) ? [value] : [];
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((part) => addressesIn(part, origin))
    : [];
}

const blocksOf = async (path: string) =>
  [...(await textOf(path)).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, text = '']) => JSON.parse(text),
  );

test.each([
  [lessonPath('equifax-struts'), ['Report', 'BreadcrumbList']],
  [processPath('emergency-patching'), ['HowTo', 'BreadcrumbList']],
  [PATHS.data, ['Dataset']],
])('%s tells programs what it is', async (path, types) => {
  const [block] = await blocksOf(path);
  expect(block['@context']).toBe('https://schema.org');
  expect(block['@graph'].map((thing: { '@type': string }) => thing['@type'])).toEqual(types);
});

test('what pages tell programs names only addresses that exist', async () => {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(await textOf('/'))?.[1] ?? '';
  const { origin } = new URL(canonical);
  const named = (await Promise.all(pages.map(blocksOf))).flatMap((blocks) => addressesIn(blocks, origin));
  expect(named.length).toBeGreaterThan(100);
  expect([...new Set(named)].filter((address) => !isThere(address))).toEqual([]);
});

test('every page leads readers of feeds to both feeds', async () => {
  for (const path of pages) {
    const html = await textOf(path);
    for (const feed of [FILES.atom, FILES.jsonFeed])
      expect(html, path).toMatch(
        new RegExp(`<link rel="alternate" type="[^"]+" title="[^"]+" href="${feed}">`),
      );
  }
});

test('the feeds are well-formed, agree with each other, and lead to pages', async () => {
  const xml = await textOf(FILES.atom);
  expect(XMLValidator.validate(xml)).toBe(true);
  const { feed } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' }).parse(xml);
  const { items } = await jsonOf(FILES.jsonFeed);
  expect(items.map(({ id }: { id: string }) => id)).toEqual(feed.entry.map(({ id }: { id: string }) => id));
  expect(items.length).toBeGreaterThanOrEqual(readCases().length);
  expect(items.filter(({ url }: { url: string }) => !isThere(url))).toEqual([]);
});

describe.each(readCases())('the case $slug', ({ slug, contentHash }) => {
  test('can be cited by programs, in the version whose hash it tells', async () => {
    expect(await textOf(citationFile(slug, 'bib'))).toContain(`{${slug},`);
    const [item] = await jsonOf(citationFile(slug, 'json'));
    expect(item).toMatchObject({ id: slug, URL: expect.stringMatching(new RegExp(`${lessonPath(slug)}$`)) });
    expect(item.note).toContain(contentHash);
  });
});

test.each(VOLUMES)('volume %s of the guide can be cited by programs', async (volume) => {
  expect(await textOf(guideCitationFile(volume, 'bib'))).toContain(`{patch-commons-guide-${volume},`);
  const [item] = await jsonOf(guideCitationFile(volume, 'json'));
  expect(isThere(item.URL)).toBe(true);
});

test.each(['cases', 'bearings', 'measures', 'steps'])(
  'the table %s is the same as CSV and as JSON',
  async (table) => {
    const { columns, rows } = await jsonOf(tableFile(table, 'json'));
    const csv = await textOf(tableFile(table, 'csv'));
    expect(csv.split('\r\n')[0]).toBe(`\ufeff${columns.join(',')}`);
    expect(rows.length).toBeGreaterThan(0);
  },
);

test.each(readProcesses().map(({ id }) => id))('%s can be taken away as a checklist', async (process) => {
  expect(await textOf(checklistFile(process, 'md'))).toContain(`${processPath(process)}>`);
  expect(await textOf(checklistFile(process, 'csv'))).toContain('done_when');
});

test.each([
  ['profile', FILES.oscalProfile],
  ['mapping', FILES.oscalMapping],
] as const)('the OSCAL %s is valid as it is published', async (kind, file) => {
  expect(faultsOf(oscalSchema(kind), await jsonOf(file))).toEqual([]);
});

test('the map of controls says whose it is', async () => {
  const { label, steps } = await jsonOf(FILES.controlMap);
  expect(label).toContain('not NIST');
  expect(steps.length).toBeGreaterThan(20);
});

test('each step stands once in the ranking by evidence', async () => {
  const html = await textOf(PATHS.evidence);
  for (const { id, data } of readProcesses())
    for (const step of data.steps) {
      const links = html.match(new RegExp(`href="${processPath(id)}${step.id}/(#evidence)?"`, 'g'));
      expect(links, `${id}/${step.id}`).toHaveLength(1);
    }
});
