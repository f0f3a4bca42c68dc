/** A case as lists show it, and as the sifting in the browser reads it. */
import type { PublishedCase } from '#schemas/published.ts';
import { OUTCOME_LABELS, type Outcome, SECTOR_LABELS } from '#schemas/vocabulary.ts';
import { lessonPath } from '#site/paths.ts';
import { organizationName, periodText } from '#site/record/Facts.tsx';
import { type FacetValues, facetsOf } from './facets.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ListEntry = {
  href: string;
  title: string;
  summary: string;
  outcome: Outcome;
  outcomeLabel: string;
  /** Sector, organization, period. */
  about: string;
  vetting: string;
  facets: FacetValues;
};

/** What the browser loads to sift. */
export type LessonIndex = { vocabulary: Vocabulary; entries: ListEntry[] };

export const PAGE_SIZE = 40;

export const listEntry = (published: PublishedCase): ListEntry => {
  const { slug, record } = published;
  const { organization } = record;
  const who = organization.attribution === 'anonymous' ? [] : [organizationName(organization)];
  return {
    href: lessonPath(slug),
    title: record.title,
    summary: record.summary,
    outcome: record.outcome,
    outcomeLabel: OUTCOME_LABELS[record.outcome],
    about: [SECTOR_LABELS[organization.sector], ...who, periodText(record.period)].join(' · '),
    vetting: vettingText(published),
    facets: facetsOf(published),
  };
};

/** How far to trust a case, in a few words. */
export const vettingText = ({ provenance }: PublishedCase): string =>
  provenance.origin === 'submitted'
    ? 'Submitted, reviewed and signed off'
    : COMPILED_LABELS[provenance.vetting];

const COMPILED_LABELS = {
  compiled: 'Compiled from public records, not independently reviewed',
  primary_opened: 'Compiled from public records, every primary source read',
  reviewed: 'Compiled from public records, independently reviewed',
} as const;
