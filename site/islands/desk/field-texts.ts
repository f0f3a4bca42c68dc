/** A lesson field by field as plain text, for reading it whole and for comparing revisions. Pure. */
import type { CaseStudy } from '#schemas/case-study.ts';
import { type LessonContent, type Release, release } from '#schemas/submission.ts';
import {
  ENVIRONMENT_LABELS,
  MILESTONE_LABELS,
  OUTCOME_LABELS,
  RELEASE_LEVEL_LABELS,
  SECTOR_LABELS,
  SIZE_BAND_LABELS,
  STEP_EFFECT_LABELS,
  STEP_USE_LABELS,
} from '#schemas/vocabulary.ts';

type Field = keyof LessonContent;

const FIELD_LABELS = {
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
  release: 'Who may see each part',
} as const satisfies Record<Field, string>;

type Texts = { [Name in Field]: (value: NonNullable<LessonContent[Name]>) => string };

// In the order of the form: the database keeps the keys of an object in an order of its own.
const RELEASED = (Object.keys(FIELD_LABELS) as Field[]).filter(
  (field): field is keyof Release => field in release.unwrap().shape,
);

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
  release: (levels) =>
    lines(RELEASED.map((part) => `${FIELD_LABELS[part]}: ${RELEASE_LEVEL_LABELS[levels[part]]}`)),
};

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

/** A field in words; '' where it was not filled in. */
export function fieldText<Name extends Field>(content: LessonContent, field: Name): string {
  const value = content[field];
  return value === undefined ? '' : TEXTS[field](value);
}

const ATTRIBUTION_WORDS = {
  named: 'Public: named',
  described: 'Public: described, not named',
  anonymous: 'Anonymous: sector and environments only',
} as const;

/** How far a field travels. The case itself is always public; the organization is released by its attribution. */
export function releaseWords({ release, organization }: LessonContent, field: Field): string {
  if (field === 'organization') return ATTRIBUTION_WORDS[organization.attribution];
  if (field === 'release') return 'Desk only';
  return RELEASE_LEVEL_LABELS[Object.hasOwn(release, field) ? release[field as keyof Release] : 'public'];
}

export const FIELDS = Object.keys(FIELD_LABELS) as Field[];
export const fieldLabel = (field: Field): string => FIELD_LABELS[field];
