/** A case field by field as plain text, for reading it whole and for comparing two of them. Pure. */
import type { CaseStudy } from '#schemas/case-study.ts';
import {
  ENVIRONMENT_LABELS,
  ENVIRONMENTS,
  MILESTONE_LABELS,
  OUTCOME_LABELS,
  SECTOR_LABELS,
  SIZE_BAND_LABELS,
  STEP_EFFECT_LABELS,
  STEP_USE_LABELS,
} from '#schemas/vocabulary.ts';
import { longDate } from '#site/dates.ts';
import { type Named, NOTHING_NAMED, stepName } from './named.ts';

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

type Texts = { [Name in Field]: (value: NonNullable<CaseStudy[Name]>, named: Named) => string };

const asIs = (text: string) => text;
const lines = (rows: readonly string[]) => rows.join('\n');
const joined = (parts: readonly (string | undefined)[], by: string) => parts.filter(Boolean).join(by);

const TEXTS: Texts = {
  title: asIs,
  summary: asIs,
  outcome: (outcome) => OUTCOME_LABELS[outcome],
  organization: organizationText,
  period: ({ from, to }) => (to ? `${longDate(from)} to ${longDate(to)}` : longDate(from)),
  situation: asIs,
  actions: asIs,
  result: asIs,
  timeline: (rows) => lines(rows.map(milestoneText)),
  lessons: (rows, named) => rows.map((row, index) => lessonText(row, index, named)).join('\n\n'),
  vulnerabilities: lines,
  technologies: lines,
  postPatchActions: lines,
  measures: (rows) => lines(rows.map(measureText)),
  sources: (rows) => lines(rows.map(sourceText)),
};

/** A field in words; '' where it was not filled in. */
export function caseText<Name extends Field>(record: CaseStudy, field: Name, named = NOTHING_NAMED): string {
  const value = record[field];
  return value === undefined ? '' : TEXTS[field](value, named);
}

function organizationText(organization: CaseStudy['organization']): string {
  const { attribution, sector, environments } = organization;
  return joined(
    [
      attribution === 'named' ? organization.name : undefined,
      attribution === 'described' ? organization.description : undefined,
      SECTOR_LABELS[sector],
      ...(attribution === 'anonymous' ? [] : [SIZE_BAND_LABELS[organization.sizeBand], organization.region]),
      // In one order, since a set whose boxes were ticked in another has not changed.
      ENVIRONMENTS.filter((one) => environments.includes(one))
        .map((one) => ENVIRONMENT_LABELS[one])
        .join(', '),
    ],
    '\n',
  );
}

const milestoneText = ({ milestone, date, precision, note }: CaseStudy['timeline'][number]) =>
  joined(
    [`${precision === 'about' ? 'about ' : ''}${longDate(date)}: ${MILESTONE_LABELS[milestone]}`, note],
    '. ',
  );

type Lesson = CaseStudy['lessons'][number];

const lessonText = ({ lesson, recommendation, bearings }: Lesson, index: number, named: Named) =>
  lines([
    `${index + 1}. ${lesson}`,
    `Recommendation: ${recommendation}`,
    ...bearings.map(
      ({ step, use, effect }) =>
        `Step ${stepName(named, step)}: ${STEP_USE_LABELS[use]}; ${STEP_EFFECT_LABELS[effect]}`,
    ),
  ]);

const measureText = ({ label, value, unit, source, asOf, standing }: CaseStudy['measures'][number]) =>
  `${label}: ${value} ${unit} (${joined([source, asOf && longDate(asOf), standing], ', ')})`;

const sourceText = ({ title, publisher, date, url, standing, archived }: CaseStudy['sources'][number]) =>
  joined(
    [
      title,
      publisher,
      date && longDate(date),
      url,
      standing,
      archived && `archived ${longDate(archived.date)} at ${archived.url}`,
    ],
    ', ',
  );
