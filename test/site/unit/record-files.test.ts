import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { renderPublished, renderTombstone } from '#api/publishing/record.ts';
import { readRecords, strayBearings, strayClaims } from '#site/record-files.ts';
import { offeringOf } from '#test/support/offering.ts';
import { caseBearing, caseOf, RECORD, SUBMITTED } from './cases.ts';

/** Folders with these files under `case-studies/`, or under the folder that a name begins with. */
function folders(files: { content?: Record<string, string>; records?: Record<string, string> }) {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-records-'));
  onTestFinished(() => fs.rmSync(place, { recursive: true }));
  for (const [folder, named] of Object.entries(files))
    for (const [name, text] of Object.entries(named)) {
      const file = path.join(place, folder, name.includes('/') ? name : `case-studies/${name}`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
  return { content: path.join(place, 'content'), records: path.join(place, 'records') };
}

const submitted = (slug: string, version: number) => renderPublished(caseOf(slug, {}, SUBMITTED, version));

describe('readRecords', () => {
  test('reads cases of both folders, and makes the hash of those that editors wrote', async () => {
    const compiled = caseOf('by-editors');
    const written = renderPublished({ ...compiled, contentHash: '0'.repeat(64) });
    const read = await readRecords(
      folders({ content: { 'by-editors.yaml': written }, records: { 'told.v1.yaml': submitted('told', 1) } }),
    );
    expect(read.map(({ slug, kind }) => [slug, kind])).toEqual([
      ['by-editors', 'case'],
      ['told', 'case'],
    ]);
    expect(read[0]).toMatchObject({ published: compiled });
  });

  test('takes the newest version by number, not by name, and keeps the others, each with the hash of its file', async () => {
    const versions = [1, 2, 10].map(
      (version) => [`told.v${version}.yaml`, submitted('told', version)] as const,
    );
    const read = await readRecords(folders({ records: Object.fromEntries(versions) }));
    expect(
      read.map(({ current, sha256, ...one }) => [
        one.kind === 'case' && one.published.version,
        current,
        sha256,
      ]),
    ).toEqual(
      [1, 10, 2].map((version) => [
        version,
        version === 10,
        createHash('sha256').update(submitted('told', version)).digest('hex'),
      ]),
    );
  });

  test('a tombstone stands before any version', async () => {
    const stone = {
      schemaVersion: 1,
      slug: 'told',
      retiredOn: '2026-12',
      reason: 'At the wish of its submitter',
    } as const;
    const read = await readRecords(
      folders({
        records: { 'told.v1.yaml': submitted('told', 1), 'told.retired.yaml': renderTombstone(stone) },
      }),
    );
    expect(read).toMatchObject([{ slug: 'told', kind: 'tombstone', tombstone: stone }]);
  });

  test('reads offerings beside the cases, in their newest version or as a tombstone of their own', async () => {
    const stone = {
      schemaVersion: 1,
      slug: 'old-lathe',
      retiredOn: '2026-12',
      reason: 'No longer made',
    } as const;
    const read = await readRecords(
      folders({
        records: {
          'told.v1.yaml': submitted('told', 1),
          'offerings/lathe.v1.yaml': renderPublished(offeringOf('lathe')),
          'offerings/lathe.v2.yaml': renderPublished({ ...offeringOf('lathe'), version: 2 }),
          'offerings/old-lathe.retired.yaml': renderTombstone(stone),
        },
      }),
    );
    expect(read.filter(({ current }) => current)).toMatchObject([
      { slug: 'told', kind: 'case' },
      { slug: 'lathe', kind: 'offering', published: { version: 2 } },
      { slug: 'old-lathe', kind: 'tombstone', of: 'offering' },
    ]);
  });

  test('refuses a case among the offerings, an offering that was changed, and one address for both', async () => {
    const offering = renderPublished(offeringOf('lathe'));
    const strays: Record<string, string>[] = [
      { 'offerings/told.v1.yaml': submitted('told', 1) },
      { 'offerings/lathe.v1.yaml': offering.replace('Sample Lathe', 'Other Lathe') },
      { 'lathe.v1.yaml': submitted('lathe', 1), 'offerings/lathe.v1.yaml': offering },
    ];
    const messages = [/does not fit/, /was changed/, /address is taken/];
    for (const [index, records] of strays.entries())
      await expect(readRecords(folders({ records }))).rejects.toThrow(messages[index]);
  });

  test('folders that do not exist hold nothing, and files of other kinds are not read', async () => {
    expect(await readRecords(folders({}))).toEqual([]);
    const others = { 'told.mdx': '<script>1</script>', 'told.md': '# hi', 'told.v1.yaml.unfinished': '{' };
    expect(await readRecords(folders({ records: others, content: others }))).toEqual([]);
  });

  test.each([
    [
      'a record changed by hand',
      { 'told.v1.yaml': submitted('told', 1).replace('Tuesday', 'Monday') },
      /was changed/,
    ],
    ['another name', { 'else.v1.yaml': submitted('told', 1) }, /belongs into told\.v1\.yaml/],
    ['another version', { 'told.v2.yaml': submitted('told', 1) }, /belongs into told\.v1\.yaml/],
    ['a compiled case', { 'told.v1.yaml': renderPublished(caseOf('told')) }, /origin `submitted`/],
    ['no YAML', { 'told.v1.yaml': 'a: [' }, /not YAML/],
    ['another shape', { 'told.v1.yaml': 'schemaVersion: 1' }, /does not fit/],
  ])('refuses %s and names the file', async (_, records, message) => {
    await expect(readRecords(folders({ records }))).rejects.toThrow(message);
    await expect(readRecords(folders({ records }))).rejects.toThrow(Object.keys(records)[0]);
  });

  test('refuses an address that two cases claim, and names both files', async () => {
    const both = {
      content: { 'told.yaml': renderPublished(caseOf('told')) },
      records: { 'told.v1.yaml': submitted('told', 1) },
    };
    await expect(readRecords(folders(both))).rejects.toThrow(
      /told\.v1\.yaml: its address is taken by .*told\.yaml/,
    );
  });

  test('tells all faults at once', async () => {
    const records = { 'a.v1.yaml': 'x', 'b.v1.yaml': 'y' };
    await expect(readRecords(folders({ records }))).rejects.toThrow(/a\.v1\.yaml[\s\S]*b\.v1\.yaml/);
  });
});

test('a bearing on a step that does not exist is a fault that names the file, the lesson and the step', () => {
  const bearing = { step: 'routine-patching/dream', use: 'followed', effect: 'helped' } as const;
  const stray = { file: 'content/case-studies/one.yaml', published: caseBearing('one', [bearing]) };
  const sound = { file: 'two.yaml', published: caseOf('two', RECORD) };
  expect(strayBearings([stray, sound], new Set(['routine-patching/canary']))).toEqual([
    'content/case-studies/one.yaml: lesson 1 bears on routine-patching/dream, which is no step of any process',
  ]);
});

test('a claim that addresses a requirement which the call does not have is a fault that names the file', () => {
  const offered = { file: 'offerings/lathe.v1.yaml', published: offeringOf('lathe') };
  expect(strayClaims([offered], new Set(['routine-deploy-rings']))).toEqual([]);
  expect(strayClaims([offered], new Set())).toEqual([
    'offerings/lathe.v1.yaml: claim 1 addresses routine-deploy-rings, which is no requirement of the call',
  ]);
});
