/** What stands at one step of the form, and what its buttons do. */
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Issue } from '#schemas/problem.ts';
import { DRAFT_FORM_ID, type DraftView } from '#site/forms/draft/DraftForm.tsx';
import { addressAfter, wrongAt } from '#site/forms/draft/going-on.ts';
import { findStep } from '#site/forms/draft/steps.ts';
import type { FormValues } from '#site/forms/names.ts';
import { changeRows } from '#site/forms/rows.ts';
import type { Mirror } from '../mirror.ts';
import { readForm, typedSoFar } from '../read-form.ts';
import { firstField, rowToFocus, useFocusAfterRender } from './use-focus.ts';
import { useSaver } from './use-saver.ts';

export function useStep(view: DraftView, mirror: Mirror) {
  const { form } = view.draft.values;
  const step = findStep(form, view.step);
  if (!step) throw new Error(`No step ${view.step}`);
  const [typed, setTyped] = useState<FormValues>(view.typed ?? view.draft.values);
  const [issues, setIssues] = useState<readonly Issue[]>(view.issues ?? []);
  const [enhanced, setEnhanced] = useState(false);
  const summaryRef = useRef<HTMLDivElement>(null);
  const focus = useFocusAfterRender();
  const saver = useSaver(view, step, typed, mirror);
  const { progress } = saver;

  const put = (values: FormValues) => {
    setTyped(values);
    saver.note(values);
  };
  useEffect(() => {
    setEnhanced(true);
    // A crash may have come between the typing and the save.
    put(saver.restore() ?? typedSoFar(DRAFT_FORM_ID));
    if (issues.length > 0) summaryRef.current?.focus();
  }, []);

  const goOn = async (page: HTMLFormElement, { go, apply }: FormValues) => {
    if (!(await saver.save())) return;
    if (typeof apply === 'string') return sendNatively(page, 'apply', apply);
    const wrong = go === 'next' ? wrongAt(saver.progress.stored.values, step) : [];
    setIssues(wrong);
    if (wrong.length > 0) focus.on(() => summaryRef.current);
    else if (go === 'send') sendNatively(page, 'go', 'send');
    else location.assign(addressAfter(form, step, go));
  };
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = readForm(event.currentTarget, event.submitter);
    const changed = changeRows(pressed);
    put(changed ?? readForm(event.currentTarget));
    if (changed) focus.on(() => rowToFocus(pressed));
    else void goOn(event.currentTarget, pressed);
  };
  const takeStored = () => {
    put(progress.stored.values);
    focus.on(() => firstField(DRAFT_FORM_ID));
  };
  const onInput = () => put(typedSoFar(DRAFT_FORM_ID));
  return { step, typed, issues, enhanced, progress, summaryRef, onInput, onSubmit, takeStored };
}

/** What looks at the whole is the server's: it answers with a page. */
function sendNatively(form: HTMLFormElement, name: string, value: string): void {
  const button = document.createElement('input');
  Object.assign(button, { type: 'hidden', name, value });
  form.append(button);
  HTMLFormElement.prototype.submit.call(form);
}
