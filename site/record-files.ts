/**
 * Reads the published records: the editors' own in `content/`, and those that came through review in the records folder.
 * Only YAML is read, and only by the strict reader of published files: nothing from outside is ever MDX or Markdown.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parsePublished, sealCase, verifyPublished } from '#api/publishing/record.ts';
import { fileOf } from '#api/review/stored-names.ts';
import type { PublishedCase, PublishedFile, PublishedOffering } from '#schemas/published.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';

/** A record, and the file it was read from as an error would name it. */
export type RecordFile = PublishedFile & {
  file: string;
  slug: string;
  /** Of the bytes of the file. */
  sha256: string;
  /** Whether it is what stands at its address: the newest version, or the notice that there is none. */
  current: boolean;
};

/** `<slug>.yaml` by editors; `<slug>.v<n>.yaml` and `<slug>.retired.yaml` by the publisher. */
const COMPILED = /^([a-z][a-z0-9-]*)\.yaml$/;
const PUBLISHED = /^([a-z][a-z0-9-]*)\.(?:v([1-9]\d*)|retired)\.yaml$/;

/**
 * Read `case-studies/` of both folders and `offerings/` of the records: every version of each slug, or its tombstone alone.
 * Editors offer nothing, so `content/` has no offerings. Throws one `Error` that names every file with a fault.
 * A records folder that does not exist holds nothing.
 */
export async function readRecords(folders: { content: string; records: string }): Promise<RecordFile[]> {
  const faults: string[] = [];
  const read = (folder: string, names: RegExp, how: Read) => readFolder(folder, names, how, faults);
  const compiled = await read(path.join(folders.content, 'case-studies'), COMPILED, readCompiled);
  const cases = await read(path.join(folders.records, 'case-studies'), PUBLISHED, readPublished('lesson'));
  const offerings = await read(path.join(folders.records, 'offerings'), PUBLISHED, readPublished('offering'));
  const taken = new Map(compiled.map(({ slug, file }) => [slug, file]));
  for (const records of [cases, offerings]) {
    for (const { slug, file } of records)
      if (taken.has(slug)) faults.push(`${file}: its address is taken by ${taken.get(slug)}`);
    for (const { slug, file } of records) taken.set(slug, file);
  }
  if (faults.length > 0) throw new Error(`Records cannot be read:\n${faults.join('\n')}`);
  return [...compiled, ...published(cases), ...published(offerings)];
}

type Read = (text: string, name: string) => PublishedFile;

async function readFolder(
  folder: string,
  names: RegExp,
  read: Read,
  faults: string[],
): Promise<RecordFile[]> {
  if (!existsSync(folder)) return [];
  const records: RecordFile[] = [];
  for (const name of (await readdir(folder)).filter((name) => names.test(name)).sort()) {
    const file = path.join(folder, name);
    try {
      const bytes = await readFile(file);
      const record = read(bytes.toString('utf8'), name);
      records.push({ ...record, file, slug: slugOf(record), sha256: sha256Of(bytes), current: true });
    } catch (error) {
      faults.push(`${file}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return records;
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const slugOf = (read: PublishedFile) =>
  read.kind === 'tombstone' ? read.tombstone.slug : read.published.slug;

/** Editors write by hand, so the hash in the file is not looked at but made. */
function readCompiled(text: string, name: string): PublishedFile {
  const read = parsePublished(text, 'lesson');
  if (read.kind !== 'case' || read.published.provenance.origin !== 'compiled')
    throw new Error('Only cases of origin `compiled` stand in content/');
  expectName(name, read);
  return { kind: 'case', published: sealCase(read.published) };
}

const readPublished =
  (of: SubmissionKind): Read =>
  (text, name) => {
    const read = parsePublished(text, of);
    if (read.kind === 'tombstone') {
      expectName(name, read);
      return read;
    }
    if (read.published.provenance.origin !== 'submitted')
      throw new Error('Only cases of origin `submitted` stand among the published records');
    expectName(name, read);
    const verified = verifyPublished(text);
    if (!verified.ok) throw new Error(verified.message);
    return read;
  };

function expectName(name: string, read: PublishedFile) {
  const expected = path.basename(fileOf(read));
  if (name !== expected) throw new Error(`What it holds belongs into ${expected}`);
}

/** Without the versions of what was retired. Of each slug the tombstone, or else the highest version, is current. */
function published(records: readonly RecordFile[]): RecordFile[] {
  const newest = new Map<string, RecordFile>();
  for (const record of records) {
    const other = newest.get(record.slug);
    if (!other || rank(record) > rank(other)) newest.set(record.slug, record);
  }
  return records
    .filter((record) => record.kind === 'tombstone' || newest.get(record.slug)?.kind !== 'tombstone')
    .map((record) => ({ ...record, current: newest.get(record.slug) === record }));
}

const rank = (record: RecordFile) =>
  record.kind === 'tombstone' ? Number.POSITIVE_INFINITY : record.published.version;

/** Faults of claims that address a requirement which the call does not have: one line each. */
export function strayClaims(
  offerings: readonly { file: string; published: PublishedOffering }[],
  requirements: ReadonlySet<string>,
): string[] {
  return offerings.flatMap(({ file, published }) =>
    published.record.claims.flatMap(({ requirement }, index) =>
      requirement === undefined || requirements.has(requirement)
        ? []
        : [`${file}: claim ${index + 1} addresses ${requirement}, which is no requirement of the call`],
    ),
  );
}

/** Faults of bearings that point at no step: one line each, with the file, the lesson and the step. */
export function strayBearings(
  cases: readonly { file: string; published: PublishedCase }[],
  steps: ReadonlySet<string>,
): string[] {
  return cases.flatMap(({ file, published }) =>
    published.record.lessons.flatMap(({ bearings }, index) =>
      bearings
        .filter(({ step }) => !steps.has(step))
        .map(({ step }) => `${file}: lesson ${index + 1} bears on ${step}, which is no step of any process`),
    ),
  );
}
