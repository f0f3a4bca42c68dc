import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { renderCase, renderTombstone } from '#api/publishing/record.ts';
import { readRecords, strayBearings } from '#site/record-files.ts';
import { caseBearing, caseOf, RECORD, SUBMITTED } from './cases.ts';

/** Folders with these files under `case-studies/`. */
function folders(files: { content?: Record<string, string>; records?: Record<string, string> }) {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-records-'));
  onTestFinished(() => fs.rmSync(place, { recursive: true }));
  for (const [folder, named] of Object.entries(files))
    for (const [name, text] of Object.entries(named)) {
      fs.mkdirSync(path.join(place, folder, 'case-studies'), { recursive: true });
      fs.writeFileSync(path.join(place, folder, 'case-studies', name), text);
    }
  return { content: path.join(place, 'content'), records: path.join(place, 'records') };
}

const submitted = (slug: string, version: number) => renderCase(caseOf(slug, {}, SUBMITTED, version));

describe('readRecords', () => {
  test('reads cases of both folders, and makes the hash of those that editors wrote', async () => {
    const compiled = caseOf('by-editors');
    const written = renderCase({ ...compiled, contentHash: '0'.repeat(64) });
    const read = await readRecords(
      folders({ content: { 'by-editors.yaml': written }, records: { 'told.v1.yaml': submitted('told', 1) } }),
    );
    expect(read.map(({ slug, kind }) => [slug, kind])).toEqual([
      ['by-editors', 'case'],
      ['told', 'case'],
    ]);
    expect(read[0]).toMatchObject({ published: compiled });
  });

  test('takes the newest version by number, not by name', async () => {
    const versions = [1, 2, 10].map(
      (version) => [`told.v${version}.yaml`, submitted('told', version)] as const,
    );
    const read = await readRecords(folders({ records: Object.fromEntries(versions) }));
    expect(read).toMatchObject([{ slug: 'told', published: { version: 10 } }]);
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
    ['a compiled case', { 'told.v1.yaml': renderCase(caseOf('told')) }, /origin `submitted`/],
    ['no YAML', { 'told.v1.yaml': 'a: [' }, /not YAML/],
    ['another shape', { 'told.v1.yaml': 'schemaVersion: 1' }, /does not fit/],
  ])('refuses %s and names the file', async (_, records, message) => {
    await expect(readRecords(folders({ records }))).rejects.toThrow(message);
    await expect(readRecords(folders({ records }))).rejects.toThrow(Object.keys(records)[0]);
  });

  test('refuses an address that two cases claim, and names both files', async () => {
    const both = {
      content: { 'told.yaml': renderCase(caseOf('told')) },
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
