/** The facets by which lessons are sifted: their values, what each case has of them, and how many remain. Pure. */
import type { PublishedCase } from '#schemas/published.ts';
import { ENVIRONMENT_LABELS, OUTCOME_LABELS, SECTOR_LABELS } from '#schemas/vocabulary.ts';

export const FACETS = ['outcome', 'sector', 'environment', 'process', 'origin'] as const;
export type Facet = (typeof FACETS)[number];
export const FACET_LABELS = {
  outcome: 'Outcome',
  sector: 'Sector',
  environment: 'Environment',
  process: 'Process',
  origin: 'Where it comes from',
} as const satisfies Record<Facet, string>;

const ORIGIN_LABELS = {
  submitted: 'Submitted and reviewed',
  compiled: 'Compiled from public records',
} as const;

/** What a case has of each facet; the values of one facet are distinct. */
export type FacetValues = Record<Facet, readonly string[]>;
/** At most one value for each facet. */
export type Choice = Partial<Record<Facet, string>>;

export const facetsOf = ({ record, provenance }: PublishedCase): FacetValues => ({
  outcome: [record.outcome],
  sector: [record.organization.sector],
  environment: [...new Set(record.organization.environments)],
  process: [
    ...new Set(
      record.lessons.flatMap(({ bearings }) => bearings.map(({ step }) => step.slice(0, step.indexOf('/')))),
    ),
  ],
  origin: [provenance.origin],
});

/** The values of all facets in the order of their vocabularies, with labels. Processes are told by `[slug, title]`. */
export const facetLabels = (
  processes: readonly (readonly [string, string])[],
): Record<Facet, readonly (readonly [string, string])[]> => ({
  outcome: Object.entries(OUTCOME_LABELS),
  sector: Object.entries(SECTOR_LABELS),
  environment: Object.entries(ENVIRONMENT_LABELS),
  process: processes,
  origin: Object.entries(ORIGIN_LABELS),
});
