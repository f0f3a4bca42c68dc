/** What can be found: every lesson, process and step, and the pages written by hand. */
import type { Step } from '#schemas/process.ts';
import type { PublishedCase } from '#schemas/published.ts';
import { OUTCOME_LABELS, SECTOR_LABELS } from '#schemas/vocabulary.ts';
import type { Library, ProcessEntry, QuestionEntry } from '#site/library.ts';
import { lessonPath, PATHS, processPath, questionPath, stepPath } from '#site/paths.ts';
import { organizationName } from '#site/record/Facts.tsx';
import type { SearchDocument } from './build.ts';

export const searchDocuments = ({ cases, processes, questions }: Library): SearchDocument[] => [
  GUIDE,
  ...questions.map(ofQuestion),
  ...processes.map(ofProcess),
  ...processes.flatMap(({ id, data }) => data.steps.map((step) => ofStep(id, data.title, step))),
  ...cases.map(ofCase),
];

/** Between pieces of text that are no sentence together. */
const BETWEEN = ' · ';

const GUIDE: SearchDocument = {
  href: PATHS.guide,
  title: 'The guide',
  kind: 'Guide',
  summary: 'Where to begin, for those who decide, those who plan and those who patch.',
  text: 'An SP 1800-style practice guide, for decision makers, programme managers and engineers.',
};

/** The words of a Markdown text, without its marks and the addresses of its links. */
const plain = (body = '') => body.replace(/\]\([^)\s]*\)/g, '').replace(/[#*_`[\]]/g, '');

const ofQuestion = ({ id, data, body }: QuestionEntry): SearchDocument => ({
  href: questionPath(id),
  title: data.question,
  kind: 'Question',
  summary: data.summary,
  text: [data.shortAnswer, plain(body), ...data.evidence.map(({ says }) => says)].join(BETWEEN),
});

const ofProcess = ({ id, data, body }: ProcessEntry): SearchDocument => ({
  href: processPath(id),
  title: data.title,
  kind: 'Process',
  summary: data.summary,
  text: [data.purpose, plain(body), ...data.measures.map(({ name }) => name)].join(BETWEEN),
});

const ofStep = (process: string, title: string, step: Step): SearchDocument => ({
  href: stepPath(process, step.id),
  title: step.name,
  kind: `Step of ${title.toLowerCase()}`,
  summary: step.does,
  text: [step.doneWhen, ...step.failureModes, ...step.evidence, ...step.controls].join(BETWEEN),
});

function ofCase({ slug, record }: PublishedCase): SearchDocument {
  const { organization, lessons, vulnerabilities, technologies } = record;
  return {
    href: lessonPath(slug),
    title: record.title,
    kind: `Lesson: ${OUTCOME_LABELS[record.outcome].toLowerCase()}`,
    summary: record.summary,
    text: [
      organizationName(organization),
      SECTOR_LABELS[organization.sector],
      ...vulnerabilities,
      ...technologies,
      record.situation,
      record.actions,
      record.result,
      ...lessons.flatMap(({ lesson, recommendation }) => [lesson, recommendation]),
      ...record.postPatchActions,
    ].join(BETWEEN),
  };
}
