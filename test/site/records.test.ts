/** What the build makes of published records: pages of submitted and retired ones, and a build that stops at a bad one. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { renderLabRun, renderPublished, renderTombstone } from '#api/publishing/record.ts';
import { type PublishedCase, STORED_FOLDERS } from '#schemas/published.ts';
import {
  citationFile,
  commentPath,
  componentFile,
  FILES,
  guideSectionPath,
  labTestPath,
  lessonPath,
  offeringPath,
  PATHS,
  stepIdPath,
  storedFile,
  tableFile,
  versionPath,
} from '#site/paths.ts';
import { type BuiltSite, buildSite, fileOf, serveFolder } from '#test/support/built-site.ts';
import { EXPORTED } from '#test/support/export.ts';
import { DEPLOY, REPORT, runOf } from '#test/support/lab.ts';
import { offeringOf } from '#test/support/offering.ts';
import { faultsOf, oscalSchema } from '#test/support/oscal.ts';
import { caseBearing, caseOf, SUBMITTED } from './unit/cases.ts';

const STEP = 'routine-patching/canary';
const BEARING = { step: STEP, use: 'followed', effect: 'hurt' } as const;
/** As in `pages.test.ts`. */
const HTML_RULES = { 'doctype-style': 'off', 'no-self-closing': 'off', 'long-title': 'off' } as const;
const BUILD = 240_000;

async function recordsFolder(files: Record<string, string>) {
  const place = await mkdtemp(path.join(os.tmpdir(), 'patch-commons-records-'));
  for (const folder of Object.values(STORED_FOLDERS)) fs.mkdirSync(path.join(place, folder));
  for (const [name, text] of Object.entries(files))
    fs.writeFileSync(path.join(place, name.includes('/') ? name : `case-studies/${name}`), text);
  return place;
}

const COMMENT = 'comments/guide-b.v0.9.c2.yaml';
const LOG = 'c0ffee'.padEnd(64, '0');

/** Of the offering that is listed: tried twice by one procedure, long ago by none other. Of the retired one: one run. */
function labRuns(): Record<string, string> {
  const files = [{ name: 'log.csv', type: 'text/csv', bytes: 4_096, sha256: LOG }] as const;
  const slow = { verdict: 'partly', ranOn: '2020-01-05', statement: 'Mended in *3.1.3*.' } as const;
  const runs = [
    runOf('sample-lathe', DEPLOY, { verdict: 'failed', instructionsHash: LOG }),
    runOf('sample-lathe', DEPLOY, { stay: 2, ...slow, files: [...files] }),
    runOf('old-lathe', REPORT, { summary: 'It counted what it did not see.' }),
  ];
  return Object.fromEntries(
    runs.map((run) => [`lab-runs/${run.offering}-${run.stay}-${run.procedure}.yaml`, renderLabRun(run)]),
  );
}

describe('a build with published records', () => {
  let site: BuiltSite;
  let records: string;
  const page = (address: string) => readFile(fileOf(site.folder, address), 'utf8');

  beforeAll(async () => {
    const told = caseBearing('told-by-a-hospital', [BEARING], SUBMITTED);
    const corrected = caseOf(
      told.slug,
      { ...told.record, situation: 'Printers of **two** models stopped.' },
      { ...SUBMITTED, publishedOn: '2026-12', changes: 'A second model stopped too.' },
      2,
    );
    records = await recordsFolder({
      'told-by-a-hospital.v1.yaml': renderPublished(told),
      'told-by-a-hospital.v2.yaml': renderPublished(corrected),
      'taken-back.retired.yaml': renderTombstone({
        schemaVersion: 1,
        slug: 'taken-back',
        retiredOn: '2026-12',
        reason: 'Its submitter asked for it',
        versions: 2,
      }),
      'offerings/sample-lathe.v1.yaml': renderPublished(offeringOf('sample-lathe')),
      'offerings/old-lathe.retired.yaml': renderTombstone({
        schemaVersion: 1,
        slug: 'old-lathe',
        retiredOn: '2026-12',
        reason: 'It is no longer made',
      }),
      ...labRuns(),
      [COMMENT]: EXPORTED[COMMENT] ?? '',
    });
    site = await buildSite({ RECORDS_DIR: records });
  }, BUILD);

  afterAll(async () => {
    await site.remove();
    fs.rmSync(records, { recursive: true });
  });

  test('shows a submitted case in its newest version, with the record of its review', async () => {
    const html = await page(lessonPath('told-by-a-hospital'));
    expect(html).toContain('Submitted, reviewed and signed off');
    expect(html).toContain('version 2');
    expect(html).toContain('Rounds of review');
  });

  test('keeps the version before at an address of its own, with what changed since, and in no list', async () => {
    const address = versionPath('lesson', 'told-by-a-hospital', 1);
    const [current, html] = [await page(lessonPath('told-by-a-hospital')), await page(address)];

    expect(current).toContain('A second model stopped too.');
    expect(current).toContain(`href="${address}"`);
    expect(html).toContain('This is not the current text.');
    expect(html).toMatch(/Printers of \*\*<del>.*one.*<\/del><ins>.*two.*<\/ins>\*\*/s);
    expect(html).toMatch(/<link rel="canonical" href="[^"]+\/lessons\/told-by-a-hospital\/">/);
    const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: HTML_RULES });
    expect((await validator.validateString(html)).results.flatMap(({ messages }) => messages)).toEqual([]);
    for (const list of [
      '/sitemap-0.xml',
      FILES.atom,
      FILES.jsonFeed,
      FILES.caseStudies,
      '/lessons/index.json',
    ])
      expect(await page(list)).not.toContain('versions/1');
    expect(fs.existsSync(fileOf(site.folder, versionPath('lesson', 'told-by-a-hospital', 2)))).toBe(false);
  });

  test('holds when a stranger checks all of it, the pages over HTTP', async () => {
    const { origin, close } = await serveFolder(site.folder);
    onTestFinished(close);
    const verify = (...what: string[]) =>
      promisify(execFile)(process.execPath, [
        '--import',
        'tsx',
        'api/programs/verify-provenance.ts',
        ...what,
      ]);

    const [all, pages] = await Promise.all([
      verify(origin + FILES.provenance),
      verify(
        ...['told-by-a-hospital', 'taken-back'].map((slug) => origin + lessonPath(slug)),
        origin + versionPath('lesson', 'told-by-a-hospital', 1),
        origin + versionPath('lesson', 'taken-back', 1),
        ...['sample-lathe', 'old-lathe'].map((slug) => origin + offeringPath(slug)),
        origin + commentPath('guide/b'),
      ),
    ]);

    const { records, predecessor } = JSON.parse(await page(FILES.provenance));
    expect(predecessor).toBe(null);
    expect(all.stdout).toContain(`All of this holds. Files checked: ${records.length}.`);
    expect(pages.stdout.match(/records\/\S+(?=\.yaml)/g)).toEqual(
      [
        'case-studies/told-by-a-hospital.v2',
        'case-studies/taken-back.retired',
        'case-studies/told-by-a-hospital.v1',
        'case-studies/taken-back.retired',
        'offerings/sample-lathe.v1',
        `lab-runs/sample-lathe-1-${DEPLOY}`,
        `lab-runs/sample-lathe-2-${DEPLOY}`,
        'offerings/old-lathe.retired',
        `lab-runs/old-lathe-1-${REPORT}`,
        'comments/guide-b.v0.9.c2',
      ].map((name) => `records/${name}`),
    );
  });

  test('counts it on the page of the step, apart from what editors read', async () => {
    const html = await page(stepIdPath(STEP));
    expect(html).toContain('Told by those who were there');
    expect(html).toContain(`href="${lessonPath('told-by-a-hospital')}#lesson-1"`);
  });

  test('keeps a notice at the address of a retired case, and lists it nowhere', async () => {
    const html = await page(lessonPath('taken-back'));
    expect(html).toContain('This lesson was retired');
    const [earlier, newest] = [1, 2].map((version) => versionPath('lesson', 'taken-back', version));
    expect(await page(earlier ?? '')).toContain('This lesson was retired');
    expect(await page(earlier ?? '')).toMatch(/<link rel="canonical" href="[^"]+\/lessons\/taken-back\/">/);
    expect(fs.existsSync(fileOf(site.folder, newest ?? '')), 'it was never an address').toBe(false);
    expect(html).toContain('Its submitter asked for it');
    for (const list of ['/lessons/', '/lessons/index.json'])
      expect(await page(list)).not.toContain('taken-back');
    const searched = await Promise.all(
      fs.readdirSync(path.join(site.folder, 'search/parts')).map((part) => page(`/search/parts/${part}`)),
    );
    expect(searched.join()).toContain('told-by-a-hospital');
    expect(searched.join()).not.toContain('taken-back');
  });

  test('prints an offering as its vendor signed it, and says that being listed is no endorsement', async () => {
    const html = await page(offeringPath('sample-lathe'));
    expect(html).toContain('Being listed is no endorsement');
    for (const part of ['Before', 'Do', 'See that it worked', 'Go back'])
      expect(html).toMatch(new RegExp(`<h4>${part}</h4>`));
    expect(html).toContain(`href="${PATHS.call}#routine-deploy-rings"`);
    expect(html).not.toContain('trial-7.lathe.example');
    const list = await page(PATHS.offerings);
    expect(list).toContain(`href="${offeringPath('sample-lathe')}"`);
    expect(list).not.toContain('Nothing is offered yet');
    expect(list).not.toContain('old-lathe');
    expect(await page(offeringPath('old-lathe'))).toContain('It is no longer made');
  });

  test('gives an offering as OSCAL, with the controls of the steps that its claims bear on', async () => {
    const document = JSON.parse(await page(componentFile('sample-lathe')));
    expect(faultsOf(oscalSchema('component'), document)).toEqual([]);
    const [component] = document['component-definition'].components;
    expect(component.title).toBe('Sample Lathe 3.1');
    const requirements = component['control-implementations'][0]['implemented-requirements'];
    expect(requirements.length).toBeGreaterThan(0);
    expect(requirements[0].links[0].text).toBe('Lab run of 2020-01-05: Partly verified');
  });

  test('shows what the lab found: the newest run first, what is stale, and what nobody has tried', async () => {
    const html = await page(offeringPath('sample-lathe'));
    const [newest = '', earlier = ''] = html.split('Earlier results');
    expect(newest).toContain('Partly verified');
    expect(newest).toContain('Stale: this result is more than 12 months old.');
    expect(newest).toContain('Mended in <em>3.1.3</em>.');
    expect(newest).toMatch(new RegExp(`log\\.csv, CSV table, 4 kB.*${LOG}`, 's'));
    expect(newest).toContain(`href="${storedFile(`lab-runs/sample-lathe-2-${DEPLOY}.yaml`)}"`);
    expect(newest).not.toContain('verdict--failed');
    expect(earlier).toContain('verdict--failed');
    expect(html).toMatch(new RegExp(`No answer yet.*href="${labTestPath(REPORT)}"`, 's'));
    expect(await page(offeringPath('old-lathe'))).toContain('It counted what it did not see.');
    const address = `href="${offeringPath('sample-lathe')}#run-2-${DEPLOY}"`;
    for (const listing of [labTestPath(DEPLOY), guideSectionPath('c', 'offerings')])
      expect(await page(listing)).toContain(address);
    expect(await page(labTestPath(REPORT))).not.toContain('old-lathe');
  });

  test('gives offerings away as it does lessons', async () => {
    const { offerings, labRuns: runs, retired } = JSON.parse(await page(FILES.offerings));
    expect([offerings.length, runs.length, retired.length]).toEqual([1, 3, 1]);
    for (const [table, rows] of Object.entries({ products: 1, claims: 2, 'lab-runs': 3, 'lab-files': 1 }))
      expect(JSON.parse(await page(tableFile(table, 'json'))).rows).toHaveLength(rows);
    const address = offeringPath('sample-lathe');
    for (const feed of [FILES.atom, FILES.jsonFeed]) expect(await page(feed)).toContain(address);
    expect(await page('/sitemap-0.xml')).toContain(`${address}</loc>`);
    expect(await page(citationFile('sample-lathe', 'bib', 'offering'))).toContain('{Lathe Works}');
    expect(await page(address)).toContain('"@type":"SoftwareApplication"');
  });

  test('offers all of it as data', async () => {
    const data = JSON.parse(await page('/data/case-studies.json'));
    expect(data.cases.find(({ slug }: PublishedCase) => slug === 'told-by-a-hospital')).toMatchObject({
      version: 2,
    });
    expect(data.retired).toHaveLength(1);
  });
});

test(
  'a lesson that bears on no step stops the build, and the file and the step are named',
  async () => {
    const stray = caseBearing('stray', [{ ...BEARING, step: 'routine-patching/dream' }], SUBMITTED);
    const records = await recordsFolder({ 'stray.v1.yaml': renderPublished(stray) });
    onTestFinished(() => fs.rmSync(records, { recursive: true }));
    await expect(buildSite({ RECORDS_DIR: records })).rejects.toThrow(
      /stray\.v1\.yaml.*routine-patching\/dream/,
    );
  },
  BUILD,
);

test(
  'a record that was changed stops the build, and the file is named',
  async () => {
    const text = renderPublished(caseOf('changed', {}, SUBMITTED)).replace('Tuesday', 'Monday');
    const records = await recordsFolder({ 'changed.v1.yaml': text });
    onTestFinished(() => fs.rmSync(records, { recursive: true }));
    await expect(buildSite({ RECORDS_DIR: records })).rejects.toThrow(
      /changed\.v1\.yaml: The record was changed/,
    );
  },
  BUILD,
);
