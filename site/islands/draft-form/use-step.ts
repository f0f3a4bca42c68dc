/** What stands at one step of the form, and what its buttons do. */
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Draft, FormName } from '#schemas/draft.ts';
import type { Issue } from '#schemas/problem.ts';
import { submission } from '#schemas/submission.ts';
import { checkForm } from '#site/forms/check.ts';
import { DRAFT_FORM_ID, type DraftView } from '#site/forms/draft/DraftForm.tsx';
import {
  type FormStep,
  findStep,
  nextStep,
  stepBefore,
  toSend,
  typedWrong,
  withPart,
} from '#site/forms/draft/steps.ts';
import type { FormValues } from '#site/forms/names.ts';
import { changeRows } from '#site/forms/rows.ts';
import { draftStepPath, PATHS } from '#site/paths.ts';
import { readForm, typedSoFar } from '../read-form.ts';
import { firstField, rowToFocus, useFocusAfterRender } from './use-focus.ts';
import { useSaver } from './use-saver.ts';

export function useStep(view: DraftView) {
  const { form } = view.draft.values;
  const step = findStep(form, view.step);
  if (!step) throw new Error(`No step ${view.step}`);
  const [typed, setTyped] = useState<FormValues>(view.typed ?? view.draft.values);
  const [issues, setIssues] = useState<readonly Issue[]>(view.issues ?? []);
  const [enhanced, setEnhanced] = useState(false);
  const summaryRef = useRef<HTMLDivElement>(null);
  const focus = useFocusAfterRender();
  const saver = useSaver(view, step, typed);
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
    const wrong = go === 'next' ? wrongAt(step, saver.progress.stored, readForm(page)) : [];
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

function wrongAt(step: FormStep, { values }: Draft, typed: FormValues): Issue[] {
  const whole = withPart(values, step, typed);
  const checked = checkForm(submission, toSend(whole));
  return checked.ok ? [] : typedWrong(checked.issues, whole, step);
}

function addressAfter(form: FormName, step: FormStep, go: unknown): string {
  if (go === 'next') return draftStepPath(nextStep(form, step).id);
  if (go === 'back') return draftStepPath(stepBefore(form, step).id);
  return PATHS.draft;
}

/** What looks at the whole is the server's: it answers with a page. */
function sendNatively(form: HTMLFormElement, name: string, value: string): void {
  const button = document.createElement('input');
  Object.assign(button, { type: 'hidden', name, value });
  form.append(button);
  HTMLFormElement.prototype.submit.call(form);
}
