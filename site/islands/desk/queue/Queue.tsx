/** What waits, longest first, in pages, and how many of each state there are. */
import type { Queue as QueueAnswer } from '#schemas/queue.ts';
import { STATE_LABELS } from '#schemas/workflow.ts';
import { useDesk } from '../context.ts';
import { Heading } from '../Heading.tsx';
import { Loading } from '../Loading.tsx';
import { type Filter, type Narrowed, queueHash } from '../routes.ts';
import { useLoaded } from '../use-loaded.ts';
import { Attestations } from './Attestations.tsx';
import { EmptyQueue } from './EmptyQueue.tsx';
import { Loads } from './Loads.tsx';
import { NarrowForm } from './NarrowForm.tsx';
import { NextLink } from './NextLink.tsx';
import { QueueTable } from './QueueTable.tsx';
import { StateFilter } from './StateFilter.tsx';

type Props = { filter: Filter; narrowed?: Narrowed };

export function Queue({ filter, narrowed = {} }: Props) {
  const { calls } = useDesk();
  const name = queueHash(filter, narrowed);
  const queue = useLoaded(`queue ${name}`, () => calls.queue(filter, narrowed));
  return (
    <Loading of={queue} title="The queue cannot be shown">
      {(answer) => <Listed answer={answer} filter={filter} narrowed={narrowed} />}
    </Loading>
  );
}

type ListedProps = { answer: QueueAnswer; filter: Filter; narrowed: Narrowed };

function Listed({ answer: { items, counts, next }, filter, narrowed }: ListedProps) {
  const { roles } = useDesk().me;
  return (
    <>
      <Heading after={queueHash(filter, narrowed)}>{titleOf(filter)}</Heading>
      <NextLink />
      <Attestations />
      <StateFilter counts={counts} chosen={filter} />
      <NarrowForm key={queueHash(filter, narrowed)} filter={filter} narrowed={narrowed} />
      {items.length === 0 ? (
        <EmptyQueue filter={filter} isNarrowed={Object.keys(narrowed).length > 0} />
      ) : (
        <QueueTable items={items} />
      )}
      <Pages filter={filter} narrowed={narrowed} next={next} />
      {roles.includes('editor') && <Loads />}
    </>
  );
}

/** A page has an address, so that going back works as everywhere. */
function Pages({
  filter,
  narrowed,
  next,
}: Pick<ListedProps, 'filter' | 'narrowed'> & { next: string | undefined }) {
  const { after, ...first } = narrowed;
  if (!after && !next) return null;
  return (
    <nav aria-label="Pages of the queue">
      <ul class="desk-pages">
        {after && (
          <li>
            <a href={queueHash(filter, first)}>First page</a>
          </li>
        )}
        {next && (
          <li>
            <a href={queueHash(filter, { ...first, after: next })}>Next page: those that wait less long</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function titleOf(filter: Filter): string {
  if (filter === 'waiting') return 'What waits';
  return filter === 'all' ? 'Everything' : STATE_LABELS[filter];
}
