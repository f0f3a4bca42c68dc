/** Prepared decisions: looked over, their letters edited, and released together. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PendingDecision, Released } from '#schemas/pending.ts';
import { useDesk } from '../context.ts';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import { focusHeading, Heading } from '../Heading.tsx';
import { Loading } from '../Loading.tsx';
import type { Refused } from '../problem.ts';
import { useLoaded } from '../use-loaded.ts';
import { PendingEntry } from './PendingEntry.tsx';
import { isUnsaved } from './PreparedLetter.tsx';

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
  const { release, refusedIds, refused, changed } = useRelease(onChanged);
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => alert.current?.focus(), [refused]);
  const [chosen, choose] = useState<readonly string[]>([]);
  const toggle = (name: string) =>
    choose(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  const ready = listed.filter(({ blockedBy }) => !blockedBy);
  const selected = ready.filter((one) => chosen.includes(nameOf(one)));
  return (
    <>
      {refused && <RefusedAlert refused={refused} focusRef={alert} />}
      <ul class="desk-people">
        {listed.map((one) => (
          <PendingEntry
            key={one.id}
            pending={one}
            isChosen={selected.includes(one)}
            refused={refusedIds.get(one.id)}
            onToggle={() => toggle(nameOf(one))}
            onChanged={changed}
          />
        ))}
      </ul>
      <p>
        <button
          class="usa-button usa-button--unstyled"
          type="button"
          onClick={() => choose(selected.length === ready.length ? [] : ready.map(nameOf))}
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

/** One that takes its place is another, and nobody has chosen that. */
const nameOf = ({ id, at }: PendingDecision) => `${id} ${at}`;

function releaseWords(count: number): string {
  if (count === 0) return 'Release the selected';
  return count === 1 ? 'Release 1 decision' : `Release ${count} decisions`;
}

const UNSAVED = 'Its letter has edits that are not saved. Save the letter, or drop them.';
const NOTHING_RELEASED: Refused = {
  status: 0,
  title: 'Nothing was released',
  detail: 'There are letters with edits that are not saved. See which below.',
  issues: [],
};

/** Releases, and remembers why some were not. Nothing goes while somebody still edits one of the letters. */
function useRelease(onChanged: () => Promise<void>) {
  const { calls, drafts, say } = useDesk();
  const [refused, setRefused] = useState<Refused>();
  const [refusedIds, setRefusedIds] = useState<ReadonlyMap<string, string>>(new Map());
  const release = async (chosen: readonly PendingDecision[]) => {
    say('');
    setRefused(undefined);
    const unsaved = chosen.filter((one) => isUnsaved(drafts, one));
    if (unsaved.length > 0) {
      setRefusedIds(new Map(unsaved.map(({ id }) => [id, UNSAVED])));
      return setRefused({ ...NOTHING_RELEASED });
    }
    const answer = await calls.release(chosen.map(({ id, at }) => ({ id, at })));
    setRefused(answer.ok ? undefined : answer.refused);
    if (!answer.ok) return;
    setRefusedIds(new Map(answer.value.results.map(({ id, refused: why = '' }) => [id, why])));
    await onChanged();
    focusHeading();
    say(outcomeWords(answer.value));
  };
  /** What was refused of one that has changed is refused no more. */
  const changed = async () => {
    setRefused(undefined);
    setRefusedIds(new Map());
    await onChanged();
  };
  return { release, refused, refusedIds, changed };
}

function outcomeWords({ results }: Released): string {
  const done = results.filter(({ moved }) => moved).length;
  const not = results.length - done;
  const words = `${done === 1 ? '1 decision was' : `${done} decisions were`} released.`;
  return not === 0
    ? words
    : `${words} ${not === 1 ? '1 was' : `${not} were`} refused and still wait: see why below.`;
}
