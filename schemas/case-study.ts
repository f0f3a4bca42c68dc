/** A case study: the public record of one lesson-bearing story. It is what the site prints, what is signed and what is stored. */
import { z } from 'zod';
import {
  archivedCopy,
  coarseTime,
  cveId,
  line,
  paragraphs,
  partialDate,
  stepId,
  webAddress,
} from './text.ts';
import {
  DATE_PRECISIONS,
  ENVIRONMENTS,
  MILESTONES,
  OUTCOMES,
  SECTORS,
  SIZE_BANDS,
  STANDINGS,
  STEP_EFFECTS,
  STEP_USES,
} from './vocabulary.ts';

const rows = <T extends z.ZodType>(row: T, max: number, what: string) =>
  z.array(row).max(max, `Give at most ${max} ${what}`);

const sector = z
  .enum(SECTORS, { error: 'Choose a sector' })
  .meta({ description: 'The sector in which it happened' });
const sizeBand = z
  .enum(SIZE_BANDS, { error: 'Choose a size' })
  .meta({ description: 'How many people the organization has' });
const region = line('Enter a region, like Western Europe', 80).meta({
  description: 'A region no smaller than a country',
});
const environments = rows(
  z.enum(ENVIRONMENTS, { error: 'Choose an environment' }),
  ENVIRONMENTS.length,
  'environments',
)
  .default([])
  .meta({ description: 'Where the patches went' });

/** How the organization appears. An anonymous one shows its sector and nothing that narrows it down. */
export const organization = z
  .discriminatedUnion(
    'attribution',
    [
      z.strictObject({
        attribution: z.literal('named'),
        name: line('Enter the name of the organization'),
        sector,
        sizeBand,
        region: region.optional(),
        environments,
      }),
      z.strictObject({
        attribution: z.literal('described'),
        description: line('Describe the organization, like “a regional hospital group”', 160),
        sector,
        sizeBand,
        region: region.optional(),
        environments,
      }),
      z.strictObject({ attribution: z.literal('anonymous'), sector, environments }),
    ],
    { error: 'Choose how your organization appears' },
  )
  .meta({ id: 'Organization', description: 'The organization, as the public sees it' });

export const period = z
  .strictObject(
    {
      from: coarseTime('Say when it happened: a year, quarter or month, like 2021, 2021-Q4 or 2021-12'),
      to: coarseTime().optional(),
    },
    { error: 'Say when it happened' },
  )
  .refine(({ from, to }) => to === undefined || to.slice(0, 4) >= from.slice(0, 4), {
    path: ['to'],
    message: 'The end must not lie before the beginning',
  })
  .meta({ id: 'Period', description: 'When it happened, coarsely' });

export const milestone = z
  .strictObject({
    milestone: z.enum(MILESTONES, { error: 'Choose what happened' }),
    date: partialDate().meta({ description: 'Year, month or day, as precise as it is known' }),
    precision: z
      .enum(DATE_PRECISIONS)
      .default('exact')
      .meta({ description: '`about` if it may be off by one such unit' }),
    note: line('Enter a note', 300).optional().meta({ description: 'What happened, in a sentence' }),
  })
  .meta({ id: 'Milestone' });

/** What a lesson says of one step of a reference process: whether it was done, and whether that mattered. */
export const bearing = z
  .strictObject({
    step: stepId,
    use: z.enum(STEP_USES, { error: 'Say whether the step was followed, skipped, adapted or missing' }),
    effect: z.enum(STEP_EFFECTS, { error: 'Say whether that helped, hurt or made no difference' }),
  })
  .meta({ id: 'Bearing', description: 'What a lesson says of one step of a reference process' });

export const lesson = z
  .strictObject({
    lesson: line('Say what you learned, in a sentence or two', 500),
    recommendation: line('Say what others should do', 500),
    bearings: rows(bearing, 8, 'steps').default([]),
  })
  .meta({ id: 'Lesson' });

export const measure = z
  .strictObject({
    label: line('Say what was measured', 120),
    value: line('Enter the value, like 76 or 34 to 55', 60).meta({ description: 'As the source states it' }),
    unit: line('Enter the unit, like days or %', 40),
    source: line('Name the source of the figure', 200),
    asOf: partialDate('Enter the date of the figure, like 2018-08').optional(),
    standing: z
      .enum(STANDINGS)
      .optional()
      .meta({ description: 'Whether the figure was read in the primary source' }),
  })
  .meta({
    id: 'Measure',
    description: 'One figure. Conflicting official figures stand side by side, one measure each.',
  });

export const source = z
  .strictObject({
    title: line('Enter the title of the source', 200),
    publisher: line('Enter who published it', 120),
    url: webAddress('Enter the web address of the source').optional(),
    date: partialDate('Enter the date of the source, like 2017-10-27').optional(),
    standing: z.enum(STANDINGS, { error: 'Say whether it is a primary or a secondary source' }),
    archived: archivedCopy.optional(),
  })
  .meta({ id: 'Source' });

export const caseStudy = z
  .strictObject({
    title: line('Enter a title that says what happened', 120),
    summary: line('Sum it up in one or two sentences', 300),
    outcome: z.enum(OUTCOMES, { error: 'Choose how it turned out' }),
    organization,
    period,
    situation: paragraphs('Describe the situation'),
    actions: paragraphs('Describe what was done').optional().meta({ description: 'Markdown' }),
    result: paragraphs('Describe how it ended').optional().meta({ description: 'Markdown' }),
    timeline: rows(milestone, 30, 'milestones').default([]),
    lessons: z
      .array(lesson, { error: 'Give at least one lesson' })
      .min(1, 'Give at least one lesson')
      .max(12, 'Give at most 12 lessons'),
    vulnerabilities: rows(cveId, 30, 'CVE identifiers').default([]),
    technologies: rows(line('Enter a product or technology', 80), 20, 'technologies').default([]),
    postPatchActions: rows(line('Enter what had to be done after patching', 200), 12, 'actions').default([]),
    measures: rows(measure, 30, 'measures').default([]),
    sources: rows(source, 30, 'sources').default([]),
  })
  .meta({ id: 'CaseStudy', description: 'The public record of a lesson' });
export type CaseStudy = z.infer<typeof caseStudy>;
export type Lesson = z.infer<typeof lesson>;
export type Bearing = z.infer<typeof bearing>;
export type Source = z.infer<typeof source>;
export type Measure = z.infer<typeof measure>;
export type MilestoneEntry = z.infer<typeof milestone>;
