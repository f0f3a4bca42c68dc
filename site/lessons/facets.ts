/** The facets by which lessons are sifted, and what each case has of them. Pure. */
import type { PublishedCase } from '#schemas/published.ts';
import { spansOf } from './spans.ts';
import { technologyValue } from './technologies.ts';

export const FACETS = [
  'outcome',
  'sector',
  'size',
  'environment',
  'technology',
  'process',
  'step',
  'span',
  'year',
  'origin',
] as const;
export type Facet = (typeof FACETS)[number];
export const FACET_LABELS = {
  outcome: 'Outcome',
  sector: 'Sector',
  size: 'Size of the organization',
  environment: 'Environment',
  technology: 'Technology',
  process: 'Process',
  step: 'Step',
  span: 'Time between milestones',
  year: 'Year it happened',
  origin: 'Where it comes from',
} as const satisfies Record<Facet, string>;

/** What a case has of each facet; the values of one facet are distinct. They stand in addresses as they are. */
export type FacetValues = Record<Facet, readonly string[]>;
/** At most one value for each facet. */
export type Choice = Partial<Record<Facet, string>>;

export function facetsOf({ record, provenance }: PublishedCase): FacetValues {
  const { organization } = record;
  const steps = record.lessons.flatMap(({ bearings }) => bearings.map(({ step }) => step));
  return {
    outcome: [record.outcome],
    sector: [organization.sector],
    size: organization.attribution === 'anonymous' ? [] : [organization.sizeBand],
    environment: distinct(organization.environments),
    technology: distinct(record.technologies.map(technologyValue).filter(Boolean)),
    process: distinct(steps.map((step) => step.slice(0, step.indexOf('/')))),
    step: distinct(steps.map(stepValue)),
    span: spansOf(record.timeline),
    year: yearsOf(record.period),
    origin: [provenance.origin],
  };
}

/** A step as one part of an address: no step and no process has two hyphens in its own id. */
export const stepValue = (stepId: string) => stepId.replace('/', '--');

/** Every year of a period, which its schema keeps in order. */
function yearsOf({ from, to = from }: PublishedCase['record']['period']): string[] {
  const [first, last] = [from, to].map((time) => Number(time.slice(0, 4)));
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

const distinct = (values: readonly string[]) => [...new Set(values)];
