/** Processes and their steps, questions and architectures as search documents. */
import type { Step } from '#schemas/process.ts';
import type { ArchitectureEntry, ProcessEntry, QuestionEntry } from '#site/library.ts';
import { architecturePath, processPath, questionPath, stepPath } from '#site/paths.ts';
import type { SearchDocument } from './documents.ts';
import { section, sectionsOfBody, written } from './sections.ts';

/** What is read of an entry: its front matter and its Markdown. */
type Written<Entry extends { id: string; data: object; body?: string | undefined }> = Pick<
  Entry,
  'id' | 'data' | 'body'
>;

export const processDocuments = ({ id, data, body }: Written<ProcessEntry>): SearchDocument[] => [
  {
    kind: 'process',
    href: processPath(id),
    about: 'Process',
    title: data.title,
    summary: data.summary,
    sections: written([
      section('', '', [data.purpose]),
      ...sectionsOfBody(body),
      section(
        'roles',
        'Roles',
        data.roles.flatMap(({ name, does }) => [name, does]),
      ),
      section(
        'measures',
        'Measures',
        data.measures.flatMap(({ name, how, why }) => [name, how, why]),
      ),
    ]),
  },
  ...data.steps.map((step) => stepDocument(id, data.title, step)),
];

const stepDocument = (process: string, title: string, step: Step): SearchDocument => ({
  kind: 'step',
  href: stepPath(process, step.id),
  about: `Step of ${title.toLowerCase()}`,
  title: step.name,
  summary: step.does,
  sections: written([
    section('', '', [
      step.decision?.question,
      step.target?.within,
      step.doneWhen,
      ...step.inputs,
      ...step.outputs,
      ...step.evidence,
      ...step.failureModes,
      ...step.controls,
    ]),
  ]),
});

export const questionDocument = ({ id, data, body }: Written<QuestionEntry>): SearchDocument => ({
  kind: 'question',
  href: questionPath(id),
  about: 'Question',
  title: data.question,
  summary: data.summary,
  sections: written([
    section('', '', [data.shortAnswer]),
    ...sectionsOfBody(body),
    section(
      'evidence',
      'What this rests on',
      data.evidence.map(({ says }) => says),
    ),
  ]),
});

export const architectureDocument = ({ id, data, body }: Written<ArchitectureEntry>): SearchDocument => ({
  kind: 'architecture',
  href: architecturePath(id),
  about: 'Architecture',
  title: data.title,
  summary: data.summary,
  sections: written([
    section('', '', [data.purpose]),
    ...sectionsOfBody(body),
    section('trust', 'What holds for all of it', data.trustNotes),
    section(
      'components',
      'Components',
      data.components.flatMap(({ name, does, trust }) => [name, does, trust]),
    ),
    section(
      'connections',
      'Connections',
      data.connections.flatMap(({ carries, trust }) => [carries, trust]),
    ),
    section('assumptions', 'What it takes for granted', data.assumptions),
  ]),
});
