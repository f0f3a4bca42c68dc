/** The letter that goes with a decision: worded from the fields above, read here, and edited before it goes if need be. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lettered } from '#schemas/decisions.ts';
import { decision, type WordedLetter } from '#schemas/pending.ts';
import { checkForm, filledIn } from '#site/forms/check.ts';
import { HiddenField } from '#site/forms/fields/HiddenField.tsx';
import { useField, useForm } from '#site/forms/form.ts';
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
  const type = useTyping();
  const { values } = useForm();
  const { matter, wording: _, ...said } = values;
  // Somebody may type on while the letter is being worded.
  const newest = useRef(values);
  newest.current = values;
  const { ask, refused } = useWording(action, { ...said, ...also });
  const read = async () => {
    const worded = await ask();
    if (worded) type({ ...newest.current, ...worded });
  };
  /** From now on the edits are of these words. */
  const compare = async () => {
    const worded = await ask();
    if (worded) type({ ...newest.current, wording: worded.wording });
    return worded?.matter;
  };
  return (
    <>
      {matter !== undefined && <Editor compare={compare} onDrop={() => type(said)} />}
      <p role="status">{refused}</p>
      {matter === undefined && (
        <p>
          <button class="usa-button usa-button--unstyled" type="button" onClick={() => void read()}>
            Read the letter, and edit it before it goes
          </button>
        </p>
      )}
    </>
  );
}

/** Has the letter worded from `said`, or says why it cannot be. */
function useWording(action: Lettered, said: FormValues) {
  const { id } = useOpened().submission;
  const { calls } = useDesk();
  const [refused, setRefused] = useState('');
  const ask = async (): Promise<WordedLetter | undefined> => {
    const asked = checkForm(decision, { action, input: filledIn(said) });
    if (!asked.ok) {
      setRefused('Fill in the fields above first: the letter tells of them.');
      return undefined;
    }
    const answer = await calls.letter(id, asked.data);
    setRefused(answer.ok ? '' : answer.refused.detail);
    return answer.ok ? answer.value : undefined;
  };
  return { ask, refused };
}

type EditorProps = { compare: () => Promise<string | undefined>; onDrop: () => void };

function Editor({ compare, onDrop }: EditorProps) {
  const [now, setNow] = useState<string>();
  const { text: wording } = useField('wording');
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
        <LetterText hint="It goes as it stands here. Should what it tells of change, you are told before it goes." />
        <HiddenField name="wording" value={wording} />
        <p role="status">{now !== undefined && 'It would be worded like this now:'}</p>
        {now !== undefined && <p class="note desk-as-written">{now}</p>}
        <p>
          <button
            class="usa-button usa-button--unstyled"
            type="button"
            onClick={async () => setNow(await compare())}
          >
            See how it would be worded now
          </button>
        </p>
        <p>
          <button class="usa-button usa-button--unstyled" type="button" onClick={onDrop}>
            Drop my edits: let it be worded from the fields
          </button>
        </p>
      </Audience>
    </div>
  );
}
