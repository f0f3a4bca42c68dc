/** One submission: where it stands, what it says, what was said of it, and what the person can do. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { titleOf } from '#api/review/title.ts';
import type { DeskSubmission } from '#schemas/desk.ts';
import { ACTIONS_ID, Actions } from '../actions/Actions.tsx';
import { useDesk } from '../context.ts';
import { Heading } from '../Heading.tsx';
import { Loading } from '../Loading.tsx';
import { queueHash, type Section, submissionHash } from '../routes.ts';
import { type Loaded, useLoaded } from '../use-loaded.ts';
import { ACTION_WORDS } from '../words.ts';
import { OpenedContext, type Opened as OpenedValue } from './context.ts';
import { Head } from './Head.tsx';
import { Hints } from './Hints.tsx';
import { SectionLinks } from './SectionLinks.tsx';
import { SectionOf } from './SectionOf.tsx';
import { useGoOn } from './use-go-on.ts';
import { WaysOn } from './WaysOn.tsx';

type Props = { id: string; section: Section };

export function Submission({ id, section }: Props) {
  const { calls } = useDesk();
  const submission = useLoaded(`submission ${id}`, () => calls.submission(id));
  return (
    <Loading of={submission} title="This submission cannot be shown">
      {(value) => <Opened value={value} loaded={submission} section={section} />}
    </Loading>
  );
}

/** Parts that need the whole width: what can be done then stands below, or is the part itself. */
const WIDE: readonly Section[] = ['beside', 'revise'];

type OpenedProps = { value: DeskSubmission; loaded: Loaded<DeskSubmission>; section: Section };

function Opened({ value, loaded, section }: OpenedProps) {
  const [changes, setChanges] = useState(0);
  const show = (newest: DeskSubmission) => {
    loaded.show(newest);
    setChanges((count) => count + 1);
  };
  const moved = useMoved(value.id, show);
  return (
    <OpenedContext.Provider value={{ submission: value, moved, show, reload: loaded.reload }}>
      <WaysOn id={value.id} />
      <Heading after={changes}>{titleOf(value.content)}</Heading>
      <Head />
      <Hints />
      {section !== 'revise' && (
        <p class="desk-jump">
          <a href={`#${ACTIONS_ID}`}>What you can do</a>
        </p>
      )}
      <SectionLinks id={value.id} section={section} />
      <div class={WIDE.includes(section) ? '' : 'desk-columns'}>
        <SectionFrame section={section} />
        {section !== 'revise' && <Actions />}
      </div>
    </OpenedContext.Provider>
  );
}

/** Changing the section moves the focus to its beginning; opening the submission leaves it at the title. */
function SectionFrame({ section }: { section: Section }) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef(section);
  useEffect(() => {
    if (shown.current !== section) frame.current?.querySelector('h2')?.focus();
    shown.current = section;
  }, [section]);
  return (
    <div class="desk-columns__text" ref={frame}>
      <SectionOf section={section} />
    </div>
  );
}

/**
 * What follows an action: the newest state, or the queue where the submission is no longer this person’s to see; or what
 * waits for them next.
 */
function useMoved(id: string, show: (newest: DeskSubmission) => void): OpenedValue['moved'] {
  const { calls, say } = useDesk();
  const goOn = useGoOn(id);
  return async (action, then = 'stay') => {
    if (then === 'next') return goOn(ACTION_WORDS[action].done);
    const answer = await calls.submission(id);
    const isGone = !answer.ok && answer.refused.status === 404;
    const next = isGone ? queueHash() : action === 'revise' ? submissionHash(id, 'changes') : undefined;
    say(ACTION_WORDS[action].done, next);
    if (next) location.hash = next;
    if (answer.ok) show(answer.value);
  };
}
