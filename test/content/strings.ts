/** Every string of the editors' files with the key that it stands under, for tests of what is named in them. */
import path from 'node:path';
import { parse } from 'yaml';
import { frontMatter, listContent, readContent } from '#test/support/content.ts';

export const FOLDERS = [
  '',
  'processes',
  'architectures',
  'questions',
  'guide',
  'lab-tests',
  'timelines',
  'controls',
  'case-studies',
];

/** All MDX and YAML files, by their paths in `content/`. */
export const FILES = FOLDERS.flatMap((folder) =>
  ['.mdx', '.yaml'].flatMap((ending) => listContent(folder, ending).map((name) => path.join(folder, name))),
);

/** `key`: the nearest one above the text. Of an MDX file, the front matter is read. */
export type Named = { file: string; key: string; text: string };

export const strings: readonly Named[] = FILES.flatMap((file) =>
  within(file, file.endsWith('.mdx') ? frontMatter(file) : parse(readContent(file)), ''),
);

export const ofKey = (...keys: string[]) => strings.filter(({ key }) => keys.includes(key));

function within(file: string, value: unknown, key: string): Named[] {
  if (typeof value === 'string') return [{ file, key, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    within(file, part, Array.isArray(value) ? key : name),
  );
}
