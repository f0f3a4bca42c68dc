/** Issues in the order in which the forms ask, which is the one that a person works through. The schemas have another. */
import type { Issue } from '#schemas/problem.ts';

const ORDER = [
  'kind',
  'form',
  'content.happened',
  'content.differently',
  'content.sector',
  'content.vendor',
  'content.product',
  'content.version',
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
  'content.claims',
  'content.limits',
  'content.scenarios',
  'content.roles',
  'content.instructions',
  'content.answers',
  'content.access',
  'content.release',
  'contact.lab',
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
