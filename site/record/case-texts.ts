/** A case field by field as plain text, for reading it whole and for comparing two of them. Pure. */
import type { CaseStudy } from '#schemas/case-study.ts';
import {
  ENVIRONMENT_LABELS,
  MILESTONE_LABELS,
  OUTCOME_LABELS,
  SECTOR_LABELS,
  SIZE_BAND_LABELS,
  STEP_EFFECT_LABELS,
  STEP_USE_LABELS,
} from '#schemas/vocabulary.ts';

type Field = keyof CaseStudy;

export const CASE_LABELS = {
  title: 'Title',
  summary: 'Summary',
  outcome: 'Outcome',
  organization: 'Organization',
  period: 'When it happened',
  situation: 'Situation',
  actions: 'What was done',
  result: 'How it ended',
  timeline: 'Timeline',
  lessons: 'Lessons',
  vulnerabilities: 'Vulnerabilities',
  technologies: 'Products and technologies',
  postPatchActions: 'Work that remained after patching',
  measures: 'Figures',
  sources: 'Public sources',
} as const satisfies Record<Field, string>;

type Texts = { [Name in Field]: (value: NonNullable<CaseStudy[Name]>) => string };

const asIs = (text: string) => text;
const lines = (rows: readonly string[]) => rows.join('\n');
const joined = (parts: readonly (string | undefined)[], by: string) => parts.filter(Boolean).join(by);

const TEXTS: Texts = {
  title: asIs,
  summary: asIs,
  outcome: (outcome) => OUTCOME_LABELS[outcome],
  organization: organizationText,
  period: ({ from, to }) => (to ? `${from} to ${to}` : from),
  situation: asIs,
  actions: asIs,
  result: asIs,
  timeline: (rows) => lines(rows.map(milestoneText)),
  lessons: (rows) => rows.map(lessonText).join('\n\n'),
  vulnerabilities: lines,
  technologies: lines,
  postPatchActions: lines,
  measures: (rows) => lines(rows.map(measureText)),
  sources: (rows) => lines(rows.map(sourceText)),
};

/** A field in words; '' where it was not filled in. */
export function caseText<Name extends Field>(record: CaseStudy, field: Name): string {
  const value = record[field];
  return value === undefined ? '' : TEXTS[field](value);
}

function organizationText(organization: CaseStudy['organization']): string {
  const { attribution, sector, environments } = organization;
  return joined(
    [
      attribution === 'named' ? organization.name : undefined,
      attribution === 'described' ? organization.description : undefined,
      SECTOR_LABELS[sector],
      ...(attribution === 'anonymous' ? [] : [SIZE_BAND_LABELS[organization.sizeBand], organization.region]),
      environments.map((environment) => ENVIRONMENT_LABELS[environment]).join(', '),
    ],
    '\n',
  );
}

const milestoneText = ({ milestone, date, precision, note }: CaseStudy['timeline'][number]) =>
  joined([`${precision === 'about' ? 'about ' : ''}${date}: ${MILESTONE_LABELS[milestone]}`, note], '. ');

const lessonText = ({ lesson, recommendation, bearings }: CaseStudy['lessons'][number], index: number) =>
  lines([
    `${index + 1}. ${lesson}`,
    `Recommendation: ${recommendation}`,
    ...bearings.map(
      ({ step, use, effect }) => `Step ${step}: ${STEP_USE_LABELS[use]}; ${STEP_EFFECT_LABELS[effect]}`,
    ),
  ]);

const measureText = ({ label, value, unit, source, asOf, standing }: CaseStudy['measures'][number]) =>
  `${label}: ${value} ${unit} (${joined([source, asOf, standing], ', ')})`;

const sourceText = ({ title, publisher, date, url, standing, archived }: CaseStudy['sources'][number]) =>
  joined(
    [title, publisher, date, url, standing, archived && `archived ${archived.date} at ${archived.url}`],
    ', ',
  );
