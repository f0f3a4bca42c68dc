/** What a form of the desk does: typing, rows, checking, sending, and where the focus goes. */
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { z } from 'zod';
import type { Issue } from '#schemas/problem.ts';
import { checkForm, filledIn } from '#site/forms/check.ts';
import { readForm } from '../../read-form.ts';
import type { Answer } from '../call.ts';
import { useDesk } from '../context.ts';
import { useTyped } from '../drafts.ts';
import type { Refused } from '../problem.ts';
import type { FormProps } from './DeskForm.tsx';
import { changeRowsOf, type Focusable, rowToFocus } from './rows.ts';

const NOTHING = {};
/** Marks the button after which the next submission is opened. Not by its name: that would be sent. */
export const GO_ON = 'go-on';
/** Marks the button that does the other thing. */
export const INSTEAD = 'instead';

export function useDeskForm<S extends z.ZodType, T>(props: FormProps<S, T>) {
  const {
    name,
    schema,
    start = NOTHING,
    also = NOTHING,
    revision,
    send,
    onDone,
    onDoneGoOn = onDone,
    instead,
  } = props;
  const { drafts, say } = useDesk();
  const { values, type, forget } = useTyped(drafts, name, start, revision);
  const { issues, refused, summary, alert, refuse, clear } = useRefusal();
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const focusRow = useFocusRow();

  const finish = async <R>(sent: Promise<Answer<R>>, after: (value: R) => void) => {
    setSending(true);
    const answer = await sent;
    setSending(false);
    if (!answer.ok) return refuse(answer.refused);
    forget();
    clear();
    after(answer.value);
  };

  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    // What was announced before is over; said again, the same words would not be heard.
    say('');
    const typed = readForm(event.currentTarget, event.submitter);
    const changed = changeRowsOf(typed);
    if (changed) {
      type(changed);
      focusRow(rowToFocus(typed, event.currentTarget));
      return;
    }
    // Issues name rows by index, so blank rows go before the check, on the page too.
    const clean = filledIn(typed);
    type(clean);
    const checked = checkForm(schema, { ...clean, ...also });
    if (checked.ok) sendBy(thenOf(event.submitter), checked.data);
    else refuse({ issues: checked.issues });
  };

  const sendBy = (then: string | undefined, input: z.output<S>) => {
    if (then === INSTEAD && instead) void finish(instead.send(input), instead.onDone);
    else void finish(send(input), then === GO_ON ? onDoneGoOn : onDone);
  };

  const onInput = () => {
    if (form.current) type(readForm(form.current));
  };
  return { form, values, type, issues, refused, isSending, summary, alert, clear, onInput, onSubmit };
}

const thenOf = (button: HTMLElement | null) => button?.dataset.then;

/** Why it was not done: at the fields, or for the whole. Either takes the focus; a session that ended is no fault of the form. */
function useRefusal() {
  const [found, setFound] = useState<{ issues: readonly Issue[]; refused?: Refused }>({ issues: [] });
  const summary = useRef<HTMLDivElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => (summary.current ?? alert.current)?.focus(), [found]);
  const refuse = (answer: Refused | { issues: readonly Issue[] }) => {
    const isWhole = 'status' in answer && answer.issues.length === 0;
    if ('status' in answer && answer.status === 401) setFound({ issues: [] });
    else setFound(isWhole ? { issues: [], refused: answer } : { issues: answer.issues });
  };
  return { ...found, summary, alert, refuse, clear: () => setFound({ issues: [] }) };
}

/** Moves the focus to a row that the next render will have made. */
function useFocusRow() {
  const [target, setTarget] = useState<Focusable>();
  useEffect(() => target?.()?.focus(), [target]);
  return (to: Focusable) => setTarget(() => to);
}
