/** Cases as search documents, by the sections of their pages. */
import type { CaseStudy } from '#schemas/case-study.ts';
import type { PublishedCase } from '#schemas/published.ts';
import { ENVIRONMENT_LABELS, OUTCOME_LABELS, SECTOR_LABELS } from '#schemas/vocabulary.ts';
import { lessonPath } from '#site/paths.ts';
import { recordHeadings } from '#site/record/CaseStudy.tsx';
import { organizationName } from '#site/record/Facts.tsx';
import { lessonAnchor } from '#site/record/Lessons.tsx';
import type { DocumentSection, SearchDocument } from './documents.ts';
import { plain, section, written } from './sections.ts';

export const caseDocument = ({ slug, record }: PublishedCase): SearchDocument => ({
  kind: 'lesson',
  href: lessonPath(slug),
  about: `Lesson: ${OUTCOME_LABELS[record.outcome].toLowerCase()}`,
  title: record.title,
  summary: record.summary,
  sections: written([factsOf(record), ...recordHeadings(record).flatMap((part) => sectionsOf(record, part))]),
});

const factsOf = ({ organization, vulnerabilities, technologies }: CaseStudy) =>
  section('', '', [
    organizationName(organization),
    SECTOR_LABELS[organization.sector],
    ...organization.environments.map((environment) => ENVIRONMENT_LABELS[environment]),
    ...technologies,
    ...vulnerabilities,
  ]);

/** The text below one heading of the page. Each lesson has a fragment of its own. */
function sectionsOf(record: CaseStudy, { slug, text }: { slug: string; text: string }): DocumentSection[] {
  if (slug !== 'lessons') return [section(slug, text, piecesOf(record)[slug] ?? [])];
  return record.lessons.map(({ lesson, recommendation }, index) =>
    section(lessonAnchor(index), `Lesson ${index + 1}`, [lesson, recommendation]),
  );
}

const piecesOf = (record: CaseStudy): Record<string, (string | undefined)[]> => ({
  situation: [plain(record.situation)],
  actions: [plain(record.actions)],
  result: [plain(record.result)],
  timeline: record.timeline.map(({ note }) => note),
  postPatchActions: record.postPatchActions,
  measures: record.measures.map(({ label, value, unit }) => `${label}: ${value} ${unit}`),
  sources: record.sources.map(({ title, publisher }) => `${title}, ${publisher}`),
});
