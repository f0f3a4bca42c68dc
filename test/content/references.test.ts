/** Names by which the editors' files point at each other: whatever is named must be there. Internal links are checked on the built pages. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { crosswalk } from '#schemas/control-map.ts';
import { allSections, type Section, VOLUMES } from '#schemas/guide.ts';
import {
  listContent,
  readCatalogs,
  readContent,
  readControlNotes,
  readProcesses,
} from '#test/support/content.ts';
import { FILES, FOLDERS, ofKey, strings } from './strings.ts';

const idsIn = (folder: string, ending: string) =>
  new Set(listContent(folder, ending).map((name) => path.basename(name, ending)));

const known = {
  processes: idsIn('processes', '.mdx'),
  architectures: idsIn('architectures', '.mdx'),
  questions: idsIn('questions', '.mdx'),
  cases: idsIn('case-studies', '.yaml'),
  lab_tests: idsIn('lab-tests', '.yaml'),
  offerings: new Set<string>(),
} as const;
const steps = new Set(
  readProcesses().flatMap(({ id, data }) => data.steps.map((step) => `${id}/${step.id}`)),
);

test('there is something to look at in every kind of file', () => {
  expect(new Set(FILES.map((file) => path.dirname(file))).size).toBe(FOLDERS.length);
  expect(strings.length).toBeGreaterThan(2_000);
});

/** Keys, what there is of the kind that they name, and how many names there are at least, lest none be found. */
const NAMES = [
  { keys: ['step', 'steps', 'serves'], kind: 'steps', exist: steps, least: 400 },
  { keys: ['process', 'processes'], kind: 'processes', exist: known.processes, least: 50 },
  { keys: ['cases'], kind: 'cases', exist: known.cases, least: 50 },
  { keys: ['procedure'], kind: 'lab procedures', exist: known.lab_tests, least: 20 },
] as const;

test.each(NAMES)('all $kind that files name exist', ({ keys, exist, least }) => {
  const named = ofKey(...keys);
  expect(named.length).toBeGreaterThanOrEqual(least);
  expect(named.filter(({ text }) => !exist.has(text))).toEqual([]);
});

test.each(VOLUMES)('volume %s includes only what exists', (volume) => {
  const { sections } = parse(readContent(`guide/volume-${volume}.yaml`)) as { sections: Section[] };
  const strays = allSections(sections).flatMap(({ include }) => {
    if (!include || !('ids' in include)) return [];
    return (include.ids ?? []).filter((id) => !known[include.content].has(id));
  });
  expect(strays).toEqual([]);
});

describe('controls', () => {
  const { csf, sp80053 } = readCatalogs();
  const controls = new Set([...csf.map(({ id }) => id), ...sp80053.map(({ label }) => label)]);

  test('that steps or publications name are in content/controls', () => {
    const named = ofKey('controls', 'sp80053');
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ text }) => !controls.has(text))).toEqual([]);
  });

  test('have each identifier once', () => {
    expect(controls.size).toBe(csf.length + sp80053.length);
  });

  test('of the crosswalk are in CSF 2.0, and those of SP 800-40r4 are in the crosswalk', () => {
    const { rows } = crosswalk.parse(JSON.parse(readContent('controls/csf-1.1-to-2.0.json')));
    expect(rows.filter(({ csf20 }) => !controls.has(csf20))).toEqual([]);
    const joined = new Set(rows.map(({ csf11 }) => csf11));
    const asked = readControlNotes().named.find(({ id }) => id === 'sp-800-40r4');
    expect(asked?.csf11.filter((id) => !joined.has(id))).toEqual([]);
  });
});
