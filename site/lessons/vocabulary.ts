/** The values of every facet in the order in which readers see them, each with its label. Pure. */
import type { PublishedCase } from '#schemas/published.ts';
import { ENVIRONMENT_LABELS, OUTCOME_LABELS, SECTOR_LABELS, SIZE_BAND_LABELS } from '#schemas/vocabulary.ts';
import { type Facet, facetsOf, stepValue } from './facets.ts';
import { SPAN_LABELS } from './spans.ts';
import { technologyLabels } from './technologies.ts';

export type Vocabulary = Record<Facet, readonly (readonly [value: string, label: string])[]>;

type Source = {
  cases: readonly PublishedCase[];
  processes: readonly { id: string; data: { title: string } }[];
  steps: readonly { id: string; name: string; process: string }[];
};

const ORIGIN_LABELS = {
  submitted: 'Submitted and reviewed',
  compiled: 'Compiled from public records',
} as const;

/** Technologies and years are those of the cases; the newest year stands first. */
export const vocabularyOf = ({ cases, processes, steps }: Source): Vocabulary => ({
  outcome: Object.entries(OUTCOME_LABELS),
  sector: Object.entries(SECTOR_LABELS),
  size: Object.entries(SIZE_BAND_LABELS),
  environment: Object.entries(ENVIRONMENT_LABELS),
  technology: technologyLabels(cases),
  process: processes.map(({ id, data }) => [id, data.title]),
  step: steps.map(({ id, name, process }) => [stepValue(id), `${process}: ${name}`]),
  span: SPAN_LABELS,
  year: [...new Set(cases.flatMap((published) => facetsOf(published).year))]
    .toSorted((a, b) => Number(b) - Number(a))
    .map((year) => [year, year]),
  origin: Object.entries(ORIGIN_LABELS),
});
