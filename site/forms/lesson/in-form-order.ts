/** Issues in the order in which the form asks, which is the one that a person works through. The schema has another. */
import type { Issue } from '#schemas/problem.ts';

const ORDER = [
  'kind',
  'content.title',
  'content.summary',
  'content.outcome',
  'content.period',
  'content.situation',
  'content.actions',
  'content.result',
  'content.timeline',
  'content.lessons',
  'content.vulnerabilities',
  'content.technologies',
  'content.postPatchActions',
  'content.measures',
  'content.sources',
  'content.organization.attribution',
  'content.organization.name',
  'content.organization.description',
  'content.organization',
  'content.release',
  'contact',
  'consent',
];

const rank = ({ path }: Issue) => {
  const found = ORDER.findIndex((place) => path === place || path.startsWith(`${place}.`));
  return found < 0 ? ORDER.length : found;
};

/** What stands under the same place keeps its order. */
export const inFormOrder = (issues: readonly Issue[]): readonly Issue[] =>
  issues.toSorted((one, other) => rank(one) - rank(other));
