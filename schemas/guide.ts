/**
 * The practice guide: three outlines that assemble volumes from the content of this repository. A section is either
 * the editors' prose or an include of content by id; the site numbers sections, tables and figures when it prints them.
 */
import { z } from 'zod';
import { id, refuseTwins, text, textStatus, versionNumber } from './editorial.ts';

export const VOLUMES = ['a', 'b', 'c'] as const;
export type Volume = (typeof VOLUMES)[number];

/** Content that is included by its ids: file names without ending, or slugs. Without ids, all of it in its own order. */
export const INCLUDES_BY_ID = [
  'processes',
  'architectures',
  'questions',
  'cases',
  'lab_tests',
  'offerings',
] as const;
/** Content that is included whole. */
export const INCLUDES_WHOLE = [
  'control_map',
  'glossary',
  'acronyms',
  'maintenance_groups',
  'measures',
  'regimes',
  'programme',
  'supplier_questions',
  'call',
  'offering_template',
  'sources',
  'changelog',
] as const;
/** How much of each item is printed. */
export const DEPTHS = ['list', 'summary', 'full'] as const;

const include = z
  .discriminatedUnion('content', [
    z.strictObject({
      content: z.enum(INCLUDES_BY_ID),
      ids: z.array(id).min(1).optional(),
      depth: z.enum(DEPTHS),
      whenEmpty: text.optional().meta({ description: 'What to print when there is nothing to include' }),
    }),
    z.strictObject({ content: z.enum(INCLUDES_WHOLE) }),
  ])
  .meta({ id: 'Include' });
export type Include = z.infer<typeof include>;

/** Prose, an include, or both in this order, then what lies below. */
export type Section = {
  id: string;
  title: string;
  appendix?: true | undefined;
  prose?: string | undefined;
  include?: Include | undefined;
  sections?: Section[] | undefined;
};

export const section: z.ZodType<Section> = z
  .lazy(() =>
    z.strictObject({
      id: id.meta({ description: 'The anchor of the section, stable across versions' }),
      title: text,
      appendix: z.literal(true).optional(),
      prose: text.optional().meta({ description: 'Markdown without HTML' }),
      include: include.optional(),
      sections: z.array(section).min(1).optional(),
    }),
  )
  .refine(
    ({ prose, include, sections }) => prose !== undefined || include !== undefined || sections !== undefined,
    'A section holds prose, an include or sections',
  )
  .meta({ id: 'Section' });

/** All sections of an outline, depth first. */
export const allSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((row) => [row, ...allSections(row.sections ?? [])]);

export const volume = z
  .strictObject({
    volume: z.enum(VOLUMES),
    title: text,
    subtitle: text,
    summary: text.max(300),
    audience: text,
    version: versionNumber,
    status: textStatus,
    changelog: z
      .array(z.strictObject({ version: versionNumber, date: z.iso.date(), changes: z.array(text).min(1) }))
      .min(1)
      .meta({ description: 'Newest first' }),
    citation: z
      .strictObject({
        authors: z.array(text).min(1),
        title: text,
        publisher: text,
        issued: z.iso.date(),
        licence: text,
      })
      .meta({ description: 'Parts of the suggested citation; version and address come from the volume' }),
    keywords: z.array(text).min(1),
    notice: text.meta({ description: 'What the guide is not. Printed on the first page' }),
    sections: z.array(section).min(1),
  })
  .superRefine(({ version, changelog, sections }, context) => {
    refuseTwins(context, allSections(sections), 'sections', (row) => row.id);
    if (changelog[0]?.version !== version)
      context.addIssue({
        code: 'custom',
        path: ['changelog', 0],
        message: `Expected version ${version} first`,
      });
  })
  .meta({ id: 'Volume' });
export type VolumeOutline = z.infer<typeof volume>;

/** The empty form of a chapter of volume C: what a vendor fills in, part by part. */
export const offeringTemplate = z
  .strictObject({
    note: text,
    parts: z
      .array(
        z.strictObject({
          id,
          title: text,
          asks: text,
          repeats: z.boolean().default(false).meta({ description: 'Written once for each scenario or step' }),
        }),
      )
      .min(1),
  })
  .superRefine(({ parts }, context) => refuseTwins(context, parts, 'parts', (row) => row.id))
  .meta({ id: 'OfferingTemplate' });
