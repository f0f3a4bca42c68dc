/** One prepared decision: what it is, the letter that goes with it, and the ways to change or drop it. */
import { useState } from 'preact/hooks';
import type { PendingDecision } from '#schemas/pending.ts';
import { STATE_LABELS } from '#schemas/workflow.ts';
import { instantWords } from '../ageing.ts';
import { useDesk } from '../context.ts';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import { focusHeading } from '../Heading.tsx';
import type { Refused } from '../problem.ts';
import { submissionHash } from '../routes.ts';
import { ACTION_WORDS } from '../words.ts';
import { PreparedLetter } from './PreparedLetter.tsx';
import { saidIn } from './said.ts';

type Props = {
  pending: PendingDecision;
  isChosen: boolean;
  /** Why it was just not released. */
  refused: string | undefined;
  onToggle: () => void;
  onChanged: () => Promise<void>;
};

export function PendingEntry({ pending, isChosen, refused, onToggle, onChanged }: Props) {
  const { id, reference, title, state, decision: prepared, by, at, blockedBy } = pending;
  const why = blockedBy ?? refused;
  return (
    <li>
      <div class="usa-checkbox">
        <input
          class="usa-checkbox__input"
          type="checkbox"
          id={`release-${id}`}
          checked={isChosen}
          disabled={blockedBy !== undefined}
          onChange={onToggle}
        />
        <label class="usa-checkbox__label" for={`release-${id}`}>
          <strong>{ACTION_WORDS[prepared.action].name}</strong>: {title}
        </label>
      </div>
      <p class="desk-small">
        <a href={submissionHash(id)}>{reference}</a>, now at “{STATE_LABELS[state]}”. Prepared by {by},{' '}
        {instantWords(at)}
      </p>
      <dl class="desk-fields">
        {saidIn(pending).map(({ name, text }) => (
          <div key={name} class="desk-fields__field">
            <dt>{name}</dt>
            <dd class="desk-as-written">{text}</dd>
          </div>
        ))}
      </dl>
      {why && (
        <p class="note note--care">
          <strong>Cannot be released.</strong> {why}
        </p>
      )}
      <PreparedLetter pending={pending} onChanged={onChanged} />
      <TakeBack pending={pending} onChanged={onChanged} />
    </li>
  );
}

type PartProps = Pick<Props, 'pending' | 'onChanged'>;
function TakeBack({ pending: { id, reference }, onChanged }: PartProps) {
  const { calls, say } = useDesk();
  const [refused, setRefused] = useState<Refused>();
  const takeBack = async () => {
    const answer = await calls.takeBack(id);
    setRefused(answer.ok ? undefined : answer.refused);
    if (!answer.ok) return;
    await onChanged();
    focusHeading();
    say('Taken back. Nothing was decided.');
  };
  return (
    <>
      {refused && <RefusedAlert refused={refused} />}
      <button class="usa-button usa-button--unstyled" type="button" onClick={() => void takeBack()}>
        Take it back<span class="usa-sr-only">: {reference}</span>
      </button>
    </>
  );
}
