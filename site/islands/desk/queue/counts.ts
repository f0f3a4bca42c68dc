/** What a filter of the queue is called, and how many submissions it shows. Pure. */
import { COUNTED_TO, type Queue } from '#schemas/queue.ts';
import { STATE_LABELS, STATES, type State } from '#schemas/workflow.ts';
import type { Filter } from '../routes.ts';
import { isWaiting } from '../words.ts';

type Counts = Queue['counts'];

function statesOf(filter: Filter): readonly State[] {
  if (filter === 'all') return STATES;
  return filter === 'waiting' ? STATES.filter(isWaiting) : [filter];
}

/** At least so many: a state is counted up to `COUNTED_TO`. */
export const countOf = (counts: Counts, filter: Filter): number =>
  statesOf(filter).reduce((total, state) => total + (counts[state] ?? 0), 0);

/** “12”, or “100+” where there may be more. */
export function countWords(counts: Counts, filter: Filter): string {
  const isMore = statesOf(filter).some((state) => counts[state] === COUNTED_TO);
  return `${countOf(counts, filter)}${isMore ? '+' : ''}`;
}

export const titleOf = (filter: Filter): string =>
  filter === 'waiting' ? 'What waits' : filter === 'all' ? 'Everything' : STATE_LABELS[filter];

/** “In review (4)”. */
export const filterWords = (counts: Counts, filter: Filter): string =>
  `${titleOf(filter)} (${countWords(counts, filter)})`;

/** The filters worth offering: the two that span states, each state that holds something, and the chosen one. */
export const offeredFilters = (counts: Counts, chosen: Filter): Filter[] => [
  'waiting',
  ...STATES.filter((state) => counts[state] || state === chosen),
  'all',
];
