/** The letter that goes with a decision: worded from the fields above, read here, and edited before it goes if need be. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lettered } from '#schemas/decisions.ts';
import { decision } from '#schemas/pending.ts';
import { checkForm, filledIn } from '#site/forms/check.ts';
import { useForm } from '#site/forms/form.ts';
import type { FormValues } from '#site/forms/names.ts';
import { useDesk } from '../context.ts';
import { Audience } from '../forms/Audience.tsx';
import { LetterText } from '../forms/LetterText.tsx';
import { useTyping } from '../forms/typing.ts';
import { useOpened } from '../submission/context.ts';

type Props = {
  action: Lettered;
  /** What is sent with the form and not asked. */
  also: FormValues;
};

export function LetterToRead({ action, also }: Props) {
  const { id } = useOpened().submission;
  const { calls } = useDesk();
  const type = useTyping();
  const { matter, ...values } = useForm().values;
  // Somebody may type on while the letter is being worded.
  const newest = useRef(values);
  newest.current = values;
  const [refused, setRefused] = useState('');
  const read = async () => {
    const asked = checkForm(decision, { action, input: { ...filledIn(values), ...also } });
    if (!asked.ok) return setRefused('Fill in the fields above first: the letter tells of them.');
    const answer = await calls.letter(id, asked.data);
    setRefused(answer.ok ? '' : answer.refused.detail);
    if (answer.ok) type({ ...newest.current, matter: answer.value.matter });
  };
  if (matter !== undefined) return <Editor onDrop={() => type(values)} />;
  return (
    <>
      <p role="status">{refused}</p>
      <p>
        <button class="usa-button usa-button--unstyled" type="button" onClick={() => void read()}>
          Read the letter, and edit it before it goes
        </button>
      </p>
    </>
  );
}

function Editor({ onDrop }: { onDrop: () => void }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const words = frame.current?.querySelector('textarea');
    words?.focus();
    // One reads from the beginning.
    words?.setSelectionRange(0, 0);
  }, []);
  return (
    <div ref={frame}>
      <Audience reader="submitter">
        <LetterText hint="It goes as it stands here. If you change the fields above, have it worded again." />
        <p>
          <button class="usa-button usa-button--unstyled" type="button" onClick={onDrop}>
            Drop my edits: let it be worded from the fields
          </button>
        </p>
      </Audience>
    </div>
  );
}
