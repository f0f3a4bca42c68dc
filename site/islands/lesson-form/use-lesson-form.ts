/** What the form does in the browser: rows, checks by the schema, sending, and where the focus goes. */
import type { RefObject, TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { withoutWithheld } from '#api/review/to-public.ts';
import type { Issue } from '#schemas/problem.ts';
import {
  type LessonContent,
  lessonContent,
  type Submission,
  type Submitted,
  submission,
} from '#schemas/submission.ts';
import { checkForm, filledIn } from '#site/forms/check.ts';
import { LESSON_FORM_ID } from '#site/forms/lesson/LessonForm.tsx';
import { type FormValues, idOf } from '#site/forms/names.ts';
import { changeRows, rowCount } from '#site/forms/rows.ts';
import { readForm } from './read-form.ts';
import { send } from './send.ts';

export type Phase =
  | { is: 'typing' }
  | { is: 'sending' }
  | { is: 'failed'; message: string }
  | { is: 'sent'; submitted: Submitted; submission: Submission };

const ownForm = () => document.getElementById(LESSON_FORM_ID);

/** What was typed before the scripts came: hydration must not empty it. */
function typedSoFar(): FormValues {
  if (typeof document === 'undefined') return {};
  const form = ownForm();
  return form instanceof HTMLFormElement ? readForm(form) : {};
}

export function useLessonForm(action: string) {
  const [values, setValues] = useState(typedSoFar);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [phase, setPhase] = useState<Phase>({ is: 'typing' });
  const summary = useRef<HTMLDivElement>(null);
  const focus = useFocusAfterRender();

  const refuse = (found: readonly Issue[]) => {
    setIssues(found);
    setPhase({ is: 'typing' });
    focus.on(() => summary.current);
  };

  const sendIt = async (clean: FormValues) => {
    const checked = checkForm(submission, clean);
    if (!checked.ok) return refuse(checked.issues);
    setIssues([]);
    setPhase({ is: 'sending' });
    const body = { ...checked.data, content: withoutWithheld(checked.data.content) };
    const answer = await send(action, body);
    if (answer.kind === 'refused') return refuse(answer.issues);
    if (answer.kind === 'failed') return setPhase({ is: 'failed', message: answer.message });
    setPhase({ is: 'sent', submitted: answer.submitted, submission: body });
  };

  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (phase.is === 'sending') return;
    const typed = readForm(event.currentTarget, event.submitter);
    const changed = changeRows(typed);
    if (changed) {
      setValues(changed);
      focus.on(() => rowToFocus(typed));
      return;
    }
    // Issues name rows by index, so blank rows go before the check, on the page too.
    const clean = filledIn(typed);
    setValues(clean);
    void sendIt(clean);
  };

  /** The lesson as typed, if it is complete; otherwise the form shows what is missing. */
  const checkedContent = (): LessonContent | undefined => {
    const clean = filledIn(values);
    setValues(clean);
    const checked = checkForm(lessonContent, contentOf(clean));
    if (checked.ok) return checked.data;
    refuse(checked.issues.map(({ path, message }) => ({ path: `content.${path}`, message })));
    return undefined;
  };

  return { values, setValues, issues, phase, summary, onSubmit, checkedContent };
}

const contentOf = ({ content }: FormValues): FormValues =>
  typeof content === 'object' && content !== null ? { ...content } : {};

/** The first field of a row that was added, or the list from which one was removed. */
function rowToFocus({ add, remove, ...values }: FormValues): HTMLElement | null {
  if (typeof remove === 'string') return document.getElementById(idOf(remove.replace(/\[\d+\]$/, '')));
  const row = `${add}[${rowCount(values, String(add))}]`;
  return document.querySelector<HTMLElement>(`[name="${CSS.escape(row)}"], [name^="${CSS.escape(row)}."]`);
}

type Target = () => HTMLElement | null;

/** Moves the focus to what only the next render will have made. */
function useFocusAfterRender() {
  const target: RefObject<Target> = useRef<Target>(null);
  const [, render] = useState(0);
  useLayoutEffect(() => {
    target.current?.()?.focus();
    target.current = null;
  });
  return {
    on: (element: Target) => {
      target.current = element;
      render((count) => count + 1);
    },
  };
}
