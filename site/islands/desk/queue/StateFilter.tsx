/** Links to the parts of the queue, each with how much is in it. */
import type { Queue } from '#schemas/queue.ts';
import { STATE_LABELS } from '#schemas/workflow.ts';
import { type Filter, queueHash } from '../routes.ts';
import { countWords, offeredFilters } from './counts.ts';

type Props = { counts: Queue['counts']; chosen: Filter };

const labelOf = (filter: Filter) =>
  filter === 'waiting' ? 'What waits' : filter === 'all' ? 'Everything' : STATE_LABELS[filter];

export const StateFilter = ({ counts, chosen }: Props) => (
  <nav class="desk-tabs" aria-label="States">
    <ul>
      {offeredFilters(counts, chosen).map((filter) => (
        <li key={filter}>
          <a href={queueHash(filter)} aria-current={filter === chosen ? 'page' : undefined}>
            {labelOf(filter)} ({countWords(counts, filter)})
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
