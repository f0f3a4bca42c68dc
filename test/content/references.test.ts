/** Names by which the editors' files point at each other: whatever is named must be there. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { allSections, type Section, VOLUMES } from '#schemas/guide.ts';

const read = (file: string): unknown => {
  const text = readFileSync(`content/${file}`, 'utf8');
  return parse(extname(file) === '.mdx' ? (text.split(/^---$/m)[1] ?? '') : text);
};
const idsIn = (folder: string) =>
  readdirSync(`content/${folder}`)
    .filter((file) => ['.mdx', '.yaml'].includes(extname(file)))
    .map((file) => basename(file, extname(file)));

const processes = new Set(idsIn('processes'));
const steps = new Set(
  [...processes].flatMap((id) =>
    (read(`processes/${id}.mdx`) as { steps: { id: string }[] }).steps.map((step) => `${id}/${step.id}`),
  ),
);
const known = {
  processes,
  steps,
  architectures: new Set(idsIn('architectures')),
  questions: new Set(idsIn('questions')),
  cases: new Set(idsIn('case-studies')),
  lab_tests: new Set(idsIn('lab-tests')),
} as const;

/** Values of a field wherever it stands in a file, as text. */
function valuesOf(node: unknown, field: string): string[] {
  if (Array.isArray(node)) return node.flatMap((item) => valuesOf(item, field));
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === field ? [value].flat().filter((item) => typeof item === 'string') : valuesOf(value, field),
  );
}

const FILES = [
  ...[...known.architectures].map((id) => `architectures/${id}.mdx`),
  ...[...known.lab_tests].map((id) => `lab-tests/${id}.yaml`),
  'glossary.yaml',
  'call.yaml',
  'maintenance-groups.yaml',
  'timelines/programme.yaml',
  'timelines/belief-and-record.yaml',
  'controls/cis-8.1.yaml',
  'questions/barriers.yaml',
] as const;
const FIELDS = [
  ['steps', known.steps],
  ['serves', known.steps],
  ['processes', known.processes],
  ['process', known.processes],
  ['cases', known.cases],
  ['procedure', known.lab_tests],
] as const;

test('the search for names finds them, so that an empty list below means something', () => {
  expect(valuesOf(read('call.yaml'), 'steps').length).toBeGreaterThan(30);
  expect(valuesOf(read('maintenance-groups.yaml'), 'process')).toContain('isolation');
});

describe.each(FILES)('content/%s', (file) => {
  test('names only steps, processes, cases and procedures that exist', () => {
    const content = read(file);
    const strays = FIELDS.flatMap(([field, names]) =>
      valuesOf(content, field).filter((name) => !names.has(name)),
    );
    expect(strays).toEqual([]);
  });
});

test.each(VOLUMES)('volume %s includes only what exists', (volume) => {
  const { sections } = read(`guide/volume-${volume}.yaml`) as { sections: Section[] };
  const strays = allSections(sections).flatMap(({ include }) => {
    if (!include || !('ids' in include)) return [];
    const names = include.content === 'offerings' ? new Set<string>() : known[include.content];
    return (include.ids ?? []).filter((id) => !names.has(id));
  });
  expect(strays).toEqual([]);
});
