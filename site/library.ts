/** What pages ask for: processes, architectures and questions in order, cases newest first, tombstones, and the ledger that joins them. */
import { type CollectionEntry, getCollection } from 'astro:content';
import type { PublishedLabRun } from '#schemas/lab-run.ts';
import type { Published, PublishedCase, PublishedOffering, Tombstone } from '#schemas/published.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import { buildLedger, type Ledger } from '#site/evidence/ledger.ts';
import { publishedOn } from '#site/published-on.ts';
import type { RecordStep } from '#site/record/Lessons.tsx';
import { strayBearings, strayClaims } from '#site/record-files.ts';
import { readSingle } from '#site/single.ts';
import { strayAnswers, straysOf } from '#site/strays.ts';

export type ProcessEntry = CollectionEntry<'processes'>;
export type ArchitectureEntry = CollectionEntry<'architectures'>;
export type QuestionEntry = CollectionEntry<'questions'>;

export type Library = {
  processes: ProcessEntry[];
  architectures: ArchitectureEntry[];
  questions: QuestionEntry[];
  /** Every step of every process, by its id `process/step`. */
  steps: RecordStep[];
  cases: PublishedCase[];
  /** Of lessons. */
  tombstones: Tombstone[];
  offerings: PublishedOffering[];
  retiredOfferings: Tombstone[];
  /** By slug, the versions before the current one, newest first. */
  earlierCases: ReadonlyMap<string, PublishedCase[]>;
  earlierOfferings: ReadonlyMap<string, PublishedOffering[]>;
  /** Of offerings that are public or were, in the order of their files. */
  labRuns: PublishedLabRun[];
  ledger: Ledger;
};

let library: Promise<Library> | undefined;

/**
 * Open the library: once a build, since five thousand pages ask for it; again for each page while writing.
 * Throws where a lesson, a decision or an answer names a step or a case that does not exist, with the file and the name.
 */
export function openLibrary(): Promise<Library> {
  if (import.meta.env.DEV) return readLibrary();
  library ??= readLibrary();
  return library;
}

async function readLibrary(): Promise<Library> {
  const processes = (await getCollection('processes')).toSorted(byOrder);
  const architectures = (await getCollection('architectures')).toSorted(byOrder);
  const questions = (await getCollection('questions')).toSorted(byOrder);
  const stored = (await getCollection('records')).map(({ data }) => data);
  const [records, earlier] = [stored.filter(({ current }) => current), stored.filter((one) => !one.current)];
  const files = records.filter((record) => record.kind === 'case');
  const offered = records.filter((record) => record.kind === 'offering');
  const steps = processes.flatMap(({ id, data }) =>
    data.steps.map((step) => ({ id: `${id}/${step.id}`, name: step.name, process: data.title })),
  );

  const known = new Set(steps.map(({ id }) => id));
  const slugs = new Set(files.map(({ published }) => published.slug));
  const faults = [
    ...strayBearings(files, known),
    ...strayClaims(offered, await requirementsOfTheCall()),
    ...straysOf(processes, known),
    ...strayAnswers(questions, known, slugs),
  ];
  if (faults.length > 0) throw new Error(`What does not exist is named:\n${faults.join('\n')}`);

  const cases = files.map(({ published }) => published).toSorted(newestFirst);
  const offerings = offered.map(({ published }) => published).toSorted(byProduct);
  const retired = (kind: SubmissionKind) =>
    records.flatMap((record) =>
      record.kind === 'tombstone' && record.of === kind ? [record.tombstone] : [],
    );
  return {
    processes,
    architectures,
    questions,
    steps,
    cases,
    tombstones: retired('lesson'),
    offerings,
    retiredOfferings: retired('offering'),
    earlierCases: bySlug(earlier.flatMap((one) => (one.kind === 'case' ? [one.published] : []))),
    earlierOfferings: bySlug(earlier.flatMap((one) => (one.kind === 'offering' ? [one.published] : []))),
    labRuns: (await getCollection('labRuns')).map(({ data }) => data.run),
    ledger: buildLedger(cases),
  };
}

const bySlug = <P extends Published>(earlier: readonly P[]): ReadonlyMap<string, P[]> =>
  Map.groupBy(
    earlier.toSorted((a, b) => b.version - a.version),
    ({ slug }) => slug,
  );

async function requirementsOfTheCall(): Promise<ReadonlySet<string>> {
  const { scenarios } = await readSingle('call');
  return new Set(scenarios.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
}

/** By name, since no offering is better than another. */
const byProduct = (a: PublishedOffering, b: PublishedOffering) =>
  a.record.product.localeCompare(b.record.product, 'en') || a.slug.localeCompare(b.slug, 'en');

const byOrder = (a: { data: { order: number } }, b: { data: { order: number } }) =>
  a.data.order - b.data.order;

const newestFirst = (a: PublishedCase, b: PublishedCase) =>
  publishedOn(b).localeCompare(publishedOn(a)) || a.record.title.localeCompare(b.record.title, 'en');
