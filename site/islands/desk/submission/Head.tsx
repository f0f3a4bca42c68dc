/** Where a submission stands, at a glance. */
import type { ComponentChildren } from 'preact';
import { STATE_LABELS } from '#schemas/workflow.ts';
import { Waiting } from '../Waiting.tsx';
import { LIVE_WORDS, nextActor } from '../words.ts';
import { useOpened } from './context.ts';

export function Head() {
  const { submission } = useOpened();
  const { reference, state, round, revision, live, address, assigned } = submission;
  return (
    <dl class="desk-head">
      <Fact name="Reference">{reference}</Fact>
      <Fact name="State">{STATE_LABELS[state]}</Fact>
      <Fact name="Acts next">{nextActor(state)}</Fact>
      <Fact name="Waiting">
        <Waiting {...submission} />
      </Fact>
      <Fact name="Text">
        Round {round}, revision {revision}
      </Fact>
      <Fact name="Assigned">{assigned.map(({ name }) => name).join(', ') || 'Nobody'}</Fact>
      <Fact name="Public">
        {LIVE_WORDS[live]}
        {address && (
          <>
            : <a href={address}>its page</a>
          </>
        )}
      </Fact>
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
