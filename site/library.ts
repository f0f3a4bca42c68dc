/** What pages ask for: processes, architectures and questions in order, cases newest first, tombstones, and the ledger that joins them. */
import { type CollectionEntry, getCollection } from 'astro:content';
import type { PublishedCase, Tombstone } from '#schemas/published.ts';
import { buildLedger, type Ledger } from '#site/evidence/ledger.ts';
import { publishedOn } from '#site/published-on.ts';
import type { RecordStep } from '#site/record/Lessons.tsx';
import { strayBearings } from '#site/record-files.ts';
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
  tombstones: Tombstone[];
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
  const records = (await getCollection('caseStudies')).map(({ data }) => data);
  const files = records.filter((record) => record.kind === 'case');
  const steps = processes.flatMap(({ id, data }) =>
    data.steps.map((step) => ({ id: `${id}/${step.id}`, name: step.name, process: data.title })),
  );

  const known = new Set(steps.map(({ id }) => id));
  const slugs = new Set(files.map(({ published }) => published.slug));
  const faults = [
    ...strayBearings(files, known),
    ...straysOf(processes, known),
    ...strayAnswers(questions, known, slugs),
  ];
  if (faults.length > 0) throw new Error(`What does not exist is named:\n${faults.join('\n')}`);

  const cases = files.map(({ published }) => published).toSorted(newestFirst);
  const tombstones = records.flatMap((record) => (record.kind === 'tombstone' ? [record.tombstone] : []));
  return { processes, architectures, questions, steps, cases, tombstones, ledger: buildLedger(cases) };
}

const byOrder = (a: { data: { order: number } }, b: { data: { order: number } }) =>
  a.data.order - b.data.order;

const newestFirst = (a: PublishedCase, b: PublishedCase) =>
  publishedOn(b).localeCompare(publishedOn(a)) || a.record.title.localeCompare(b.record.title, 'en');
