/** The published records as flat tables. The records themselves, with all that they hold, are the JSON of the cases. */
import type { PublishedCase } from '#schemas/published.ts';
import { sideOf } from '#site/evidence/ledger.ts';
import { lessonPath } from '#site/paths.ts';
import { publishedOn } from '#site/published-on.ts';
import { organizationName } from '#site/record/Facts.tsx';
import { type Cell, several, tableOf } from './table.ts';

/** One row for each case. */
export const casesTable = (cases: readonly PublishedCase[], site: URL) =>
  tableOf(
    [
      'slug',
      'version',
      'url',
      'title',
      'summary',
      'outcome',
      'attribution',
      'organization',
      'sector',
      'size_band',
      'region',
      'environments',
      'from',
      'to',
      'vulnerabilities',
      'technologies',
      'origin',
      'vetting',
      'published_on',
      'content_hash',
    ],
    cases.map((published) => caseRow(published, site)),
  );

function caseRow(published: PublishedCase, site: URL) {
  const { slug, version, record, provenance, contentHash } = published;
  const { organization, period } = record;
  const { sizeBand, region } = { sizeBand: undefined, region: undefined, ...organization };
  return {
    slug,
    version,
    url: new URL(lessonPath(slug), site).href,
    title: record.title,
    summary: record.summary,
    outcome: record.outcome,
    attribution: organization.attribution,
    organization: organization.attribution === 'anonymous' ? undefined : organizationName(organization),
    sector: organization.sector,
    size_band: sizeBand,
    region,
    environments: several(organization.environments),
    from: period.from,
    to: period.to,
    vulnerabilities: several(record.vulnerabilities),
    technologies: several(record.technologies),
    origin: provenance.origin,
    vetting: provenance.origin === 'compiled' ? provenance.vetting : undefined,
    published_on: publishedOn(published),
    content_hash: contentHash,
  };
}

type BearingRow = Record<
  'slug' | 'lesson_number' | 'lesson' | 'recommendation' | 'step' | 'use' | 'effect' | 'side' | 'origin',
  Cell
>;

/** One row for each step that a lesson names; a lesson that names none has one row without a step. */
export const bearingsTable = (cases: readonly PublishedCase[]) =>
  tableOf(
    ['slug', 'lesson_number', 'lesson', 'recommendation', 'step', 'use', 'effect', 'side', 'origin'],
    cases.flatMap(({ slug, record, provenance: { origin } }) =>
      record.lessons.flatMap(({ lesson, recommendation, bearings }, index): BearingRow[] => {
        const told = { slug, lesson_number: index + 1, lesson, recommendation, origin };
        if (bearings.length === 0)
          return [{ ...told, step: undefined, use: undefined, effect: undefined, side: undefined }];
        return bearings.map((one) => ({ ...told, ...one, side: sideOf(one.use, one.effect) }));
      }),
    ),
  );

/** One row for each figure, as its source states it: values are text. */
export const measuresTable = (cases: readonly PublishedCase[]) =>
  tableOf(
    ['slug', 'label', 'value', 'unit', 'source', 'as_of', 'standing'],
    cases.flatMap(({ slug, record }) =>
      record.measures.map(({ label, value, unit, source, asOf, standing }) => ({
        slug,
        label,
        value,
        unit,
        source,
        as_of: asOf,
        standing,
      })),
    ),
  );
