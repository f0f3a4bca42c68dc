/** What waits, longest first, in pages, and how many of each state there are. */
import { useEffect } from 'preact/hooks';
import type { Queue as QueueAnswer } from '#schemas/queue.ts';
import { useDesk } from '../context.ts';
import { Fold } from '../Fold.tsx';
import { Heading } from '../Heading.tsx';
import { Loading } from '../Loading.tsx';
import { type Filter, type Narrowed, queueHash } from '../routes.ts';
import { useLoaded } from '../use-loaded.ts';
import { Attestations } from './Attestations.tsx';
import { countOf, filterWords, titleOf } from './counts.ts';
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
  const at = queueHash(filter, narrowed);
  const isNarrowed = Object.keys(narrowed).length > 0;
  useWayBack(at);
  if (at === queueHash() && countOf(counts, 'all') === 0)
    return (
      <>
        <Heading>{titleOf(filter)}</Heading>
        <Attestations />
        <EmptyQueue filter={filter} isNarrowed={false} />
      </>
    );
  return (
    <>
      <Heading after={at}>{titleOf(filter)}</Heading>
      <NextLink />
      <Attestations />
      <Fold
        id="filters"
        label={`Search and filter: ${isNarrowed ? 'some of ' : ''}${filterWords(counts, filter)}`}
        at={at}
      >
        <StateFilter counts={counts} chosen={filter} />
        <NarrowForm key={at} filter={filter} narrowed={narrowed} />
      </Fold>
      {items.length === 0 ? (
        <EmptyQueue filter={filter} isNarrowed={isNarrowed} />
      ) : (
        <QueueTable items={items} />
      )}
      <Pages filter={filter} narrowed={narrowed} next={next} />
      {roles.includes('editor') && <Loads />}
    </>
  );
}

/** Somebody who comes back from a submission goes on where they were. Runs after the heading has taken the focus. */
function useWayBack(at: string): void {
  const { left } = useDesk();
  useEffect(() => {
    const { from } = left.current;
    left.current.from = undefined;
    if (from) document.querySelector<HTMLElement>(`[data-row="${from}"]`)?.focus();
  }, [at]);
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
