/** How many submissions a filter shows. Pure. */
import type { Queue } from '#schemas/desk.ts';
import { STATES, type State } from '#schemas/workflow.ts';
import type { Filter } from '../routes.ts';
import { isWaiting } from '../words.ts';

type Counts = Queue['counts'];

const sum = (counts: Counts, states: readonly State[]) =>
  states.reduce((total, state) => total + (counts[state] ?? 0), 0);

export function countOf(counts: Counts, filter: Filter): number {
  if (filter === 'all') return sum(counts, STATES);
  return filter === 'waiting' ? sum(counts, STATES.filter(isWaiting)) : sum(counts, [filter]);
}

/** The filters worth offering: the two that span states, each state that holds something, and the chosen one. */
export const offeredFilters = (counts: Counts, chosen: Filter): Filter[] => [
  'waiting',
  ...STATES.filter((state) => counts[state] || state === chosen),
  'all',
];
