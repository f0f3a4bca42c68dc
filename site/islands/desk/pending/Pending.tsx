/** Prepared decisions: looked over, their letters edited, and released together. */
import { useState } from 'preact/hooks';
import type { PendingDecision, Released } from '#schemas/pending.ts';
import { useDesk } from '../context.ts';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import { focusHeading, Heading } from '../Heading.tsx';
import { Loading } from '../Loading.tsx';
import type { Refused } from '../problem.ts';
import { useLoaded } from '../use-loaded.ts';
import { PendingEntry } from './PendingEntry.tsx';

export function Pending() {
  const { calls } = useDesk();
  const pending = useLoaded('pending', calls.pending);
  return (
    <Loading of={pending} title="The pending decisions cannot be shown">
      {(listed) => (
        <>
          <Heading>Pending decisions</Heading>
          <p>
            These are prepared and have no effect yet. Released, each is taken in your name at that moment,
            with the letter as it stands here.
          </p>
          {listed.length === 0 ? (
            <p>
              None is prepared. Every decision that writes a letter can be prepared in place of taking it.
            </p>
          ) : (
            <Listed listed={listed} onChanged={pending.reload} />
          )}
        </>
      )}
    </Loading>
  );
}

type Props = { listed: readonly PendingDecision[]; onChanged: () => Promise<void> };

function Listed({ listed, onChanged }: Props) {
  const { release, refusedIds, refused } = useRelease(onChanged);
  const [chosen, choose] = useState<readonly string[]>([]);
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const ready = listed.filter(({ blockedBy }) => !blockedBy).map(({ id }) => id);
  const selected = ready.filter((id) => chosen.includes(id));
  return (
    <>
      {refused && <RefusedAlert refused={refused} />}
      <ul class="desk-people">
        {listed.map((one) => (
          <PendingEntry
            key={one.id}
            pending={one}
            isChosen={selected.includes(one.id)}
            refused={refusedIds.get(one.id)}
            onToggle={() => toggle(one.id)}
            onChanged={onChanged}
          />
        ))}
      </ul>
      <p>
        <button
          class="usa-button usa-button--unstyled"
          type="button"
          onClick={() => choose(selected.length === ready.length ? [] : ready)}
        >
          {selected.length === ready.length ? 'Select none' : 'Select all that can be released'}
        </button>
      </p>
      <button
        class="usa-button"
        type="button"
        aria-disabled={selected.length === 0}
        onClick={() => selected.length > 0 && void release(selected)}
      >
        {releaseWords(selected.length)}
      </button>
    </>
  );
}

function releaseWords(count: number): string {
  if (count === 0) return 'Release the selected';
  return count === 1 ? 'Release 1 decision' : `Release ${count} decisions`;
}

/** Releases, and remembers why some were not. */
function useRelease(onChanged: () => Promise<void>) {
  const { calls, say } = useDesk();
  const [refused, setRefused] = useState<Refused>();
  const [refusedIds, setRefusedIds] = useState<ReadonlyMap<string, string>>(new Map());
  const release = async (ids: readonly string[]) => {
    say('');
    const answer = await calls.release(ids);
    setRefused(answer.ok ? undefined : answer.refused);
    if (!answer.ok) return;
    setRefusedIds(new Map(answer.value.results.map(({ id, refused: why = '' }) => [id, why])));
    await onChanged();
    focusHeading();
    say(outcomeWords(answer.value));
  };
  return { release, refused, refusedIds };
}

function outcomeWords({ results }: Released): string {
  const done = results.filter(({ moved }) => moved).length;
  const not = results.length - done;
  const words = `${done === 1 ? '1 decision was' : `${done} decisions were`} released.`;
  return not === 0
    ? words
    : `${words} ${not === 1 ? '1 was' : `${not} were`} refused and still wait: see why below.`;
}
