/** What waits, longest first, and how many of each state there are. */
import type { Queue as QueueAnswer } from '#schemas/desk.ts';
import { STATE_LABELS } from '#schemas/workflow.ts';
import { useDesk } from '../context.ts';
import { Heading } from '../Heading.tsx';
import { Loading } from '../Loading.tsx';
import type { Filter } from '../routes.ts';
import { useLoaded } from '../use-loaded.ts';
import { isWaiting } from '../words.ts';
import { countOf } from './counts.ts';
import { EmptyQueue } from './EmptyQueue.tsx';
import { QueueTable } from './QueueTable.tsx';
import { StateFilter } from './StateFilter.tsx';

export function Queue({ filter }: { filter: Filter }) {
  const { calls } = useDesk();
  const state = filter === 'waiting' || filter === 'all' ? undefined : filter;
  const queue = useLoaded(`queue ${filter}`, () => calls.queue(state));
  return (
    <Loading of={queue} title="The queue cannot be shown">
      {(answer) => <Listed answer={answer} filter={filter} />}
    </Loading>
  );
}

function Listed({ answer: { items, counts }, filter }: { answer: QueueAnswer; filter: Filter }) {
  const shown = filter === 'waiting' ? items.filter(({ state }) => isWaiting(state)) : items;
  const all = countOf(counts, filter);
  return (
    <>
      <Heading after={filter}>{titleOf(filter)}</Heading>
      <StateFilter counts={counts} chosen={filter} />
      {shown.length === 0 ? <EmptyQueue filter={filter} /> : <QueueTable items={shown} />}
      {shown.length < all && (
        <p>
          These are {shown.length} of {all}, those that have waited longest. Choose a state to see fewer.
        </p>
      )}
    </>
  );
}

function titleOf(filter: Filter): string {
  if (filter === 'waiting') return 'What waits';
  return filter === 'all' ? 'Everything' : STATE_LABELS[filter];
}
