/** Links to the parts of the queue, each with how much is in it. */
import type { Queue } from '#schemas/queue.ts';
import { type Filter, queueHash } from '../routes.ts';
import { filterWords, offeredFilters } from './counts.ts';

type Props = { counts: Queue['counts']; chosen: Filter };

export const StateFilter = ({ counts, chosen }: Props) => (
  <nav class="desk-tabs" aria-label="States">
    <ul>
      {offeredFilters(counts, chosen).map((filter) => (
        <li key={filter}>
          <a href={queueHash(filter)} aria-current={filter === chosen ? 'page' : undefined}>
            {filterWords(counts, filter)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
