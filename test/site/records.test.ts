/** What the build makes of published records: pages of submitted and retired ones, and a build that stops at a bad one. */
import fs from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { renderPublished, renderTombstone } from '#api/publishing/record.ts';
import type { PublishedCase } from '#schemas/published.ts';
import { componentFile, lessonPath, offeringPath, PATHS, stepIdPath } from '#site/paths.ts';
import { type BuiltSite, buildSite, fileOf } from '#test/support/built-site.ts';
import { offeringOf } from '#test/support/offering.ts';
import { faultsOf, oscalSchema } from '#test/support/oscal.ts';
import { caseBearing, caseOf, SUBMITTED } from './unit/cases.ts';

const STEP = 'routine-patching/canary';
const BEARING = { step: STEP, use: 'followed', effect: 'hurt' } as const;
const BUILD = 240_000;

async function recordsFolder(files: Record<string, string>) {
  const place = await mkdtemp(path.join(os.tmpdir(), 'patch-commons-records-'));
  for (const folder of ['case-studies', 'offerings']) fs.mkdirSync(path.join(place, folder));
  for (const [name, text] of Object.entries(files))
    fs.writeFileSync(path.join(place, name.includes('/') ? name : `case-studies/${name}`), text);
  return place;
}

describe('a build with published records', () => {
  let site: BuiltSite;
  let records: string;
  const page = (address: string) => readFile(fileOf(site.folder, address), 'utf8');

  beforeAll(async () => {
    const told = caseBearing('told-by-a-hospital', [BEARING], SUBMITTED);
    records = await recordsFolder({
      'told-by-a-hospital.v1.yaml': renderPublished(told),
      'told-by-a-hospital.v2.yaml': renderPublished({ ...told, version: 2 }),
      'taken-back.retired.yaml': renderTombstone({
        schemaVersion: 1,
        slug: 'taken-back',
        retiredOn: '2026-12',
        reason: 'Its submitter asked for it',
      }),
      'offerings/sample-lathe.v1.yaml': renderPublished(offeringOf('sample-lathe')),
      'offerings/old-lathe.retired.yaml': renderTombstone({
        schemaVersion: 1,
        slug: 'old-lathe',
        retiredOn: '2026-12',
        reason: 'It is no longer made',
      }),
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

  test('counts it on the page of the step, apart from what editors read', async () => {
    const html = await page(stepIdPath(STEP));
    expect(html).toContain('Told by those who were there');
    expect(html).toContain(`href="${lessonPath('told-by-a-hospital')}#lesson-1"`);
  });

  test('keeps a notice at the address of a retired case, and lists it nowhere', async () => {
    const html = await page(lessonPath('taken-back'));
    expect(html).toContain('This lesson was retired');
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
    expect(component['control-implementations'][0]['implemented-requirements'].length).toBeGreaterThan(0);
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
