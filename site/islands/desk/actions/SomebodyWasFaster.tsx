/** After a refusal: looks whether somebody else has changed the submission meanwhile, and offers what it is now. */
import { useEffect, useState } from 'preact/hooks';
import type { DeskSubmission } from '#schemas/desk.ts';
import { STATE_LABELS } from '#schemas/workflow.ts';
import { useDesk } from '../context.ts';
import { useOpened } from '../submission/context.ts';

export function SomebodyWasFaster({ onLoaded }: { onLoaded: () => void }) {
  const { calls, say } = useDesk();
  const { submission, show } = useOpened();
  const [newest, setNewest] = useState<DeskSubmission>();
  useEffect(() => {
    calls.submission(submission.id).then((answer) => setNewest(answer.ok ? answer.value : undefined));
  }, [submission]);
  if (!newest || !hasMoved(submission, newest)) return null;
  const load = () => {
    onLoaded();
    show(newest);
    say('The newest state is shown. What you typed is still there.');
  };
  return (
    <>
      <p class="usa-alert__text">
        Somebody else was faster. It is now at “{STATE_LABELS[newest.state]}”, revision {newest.revision}.
        What you typed is kept.
      </p>
      <p class="usa-alert__text">
        <button class="usa-button usa-button--outline" type="button" onClick={load}>
          Show the newest, keep what I typed
        </button>
      </p>
    </>
  );
}

const hasMoved = (shown: DeskSubmission, newest: DeskSubmission) =>
  shown.state !== newest.state ||
  shown.revision !== newest.revision ||
  shown.events.length !== newest.events.length;
