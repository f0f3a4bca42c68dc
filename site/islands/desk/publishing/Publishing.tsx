/** Publishing: which texts wait or were stopped and why, how the last builds went, and publishing now. */
import { useState } from 'preact/hooks';
import type { Publishing as Answer } from '#schemas/publishing.ts';
import { useDesk } from '../context.ts';
import { Heading } from '../Heading.tsx';
import { Loading } from '../Loading.tsx';
import { useLoaded } from '../use-loaded.ts';
import { Builds } from './Builds.tsx';
import { Texts } from './Texts.tsx';

export function Publishing() {
  const { calls } = useDesk();
  const publishing = useLoaded('publishing', calls.publishing);
  return (
    <Loading of={publishing} title="Publishing cannot be shown">
      {(answer) => <Shown answer={answer} onReload={publishing.reload} />}
    </Loading>
  );
}

function Shown({ answer: { texts, builds }, onReload }: { answer: Answer; onReload: () => Promise<void> }) {
  return (
    <>
      <Heading>Publishing</Heading>
      <p>
        What was signed is published with the next build of the site, together with all else that waits. A
        text that cannot be published holds up no other, and a build that fails leaves the site as it was.
      </p>
      <Again onDone={onReload} />
      <Texts texts={texts} />
      <Builds builds={builds} />
    </>
  );
}

function Again({ onDone }: { onDone: () => Promise<void> }) {
  const { calls, say } = useDesk();
  const [problem, setProblem] = useState('');
  const publishNow = async () => {
    const answer = await calls.publishAgain();
    if (!answer.ok) return setProblem(answer.refused.detail);
    setProblem('');
    say('A build is asked for, with every text that waits. It takes about a minute.');
    await onDone();
  };
  return (
    <div class="desk-row">
      <button class="usa-button" type="button" onClick={publishNow}>
        Publish now
      </button>
      <button class="usa-button usa-button--outline" type="button" onClick={onDone}>
        Load this page again
      </button>
      <p role="status">{problem}</p>
    </div>
  );
}
