/** The form in steps, hydrated: saves as one types, adds rows in place, and goes on only when everything is saved. */
import type { ComponentChildren, TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Issue } from '#schemas/problem.ts';
import { submission } from '#schemas/submission.ts';
import { checkForm } from '#site/forms/check.ts';
import { DRAFT_FORM_ID, DraftForm, type DraftView } from '#site/forms/draft/DraftForm.tsx';
import { findStep, nextStep, stepBefore, toSend, typedWrong, withPart } from '#site/forms/draft/steps.ts';
import type { FormValues } from '#site/forms/names.ts';
import { changeRows } from '#site/forms/rows.ts';
import { draftStepPath, PATHS } from '#site/paths.ts';
import { readForm } from '../read-form.ts';
import { browserStorage, readUnsaved } from './mirror.ts';
import { SavingNote } from './SavingNote.tsx';
import { rowToFocus, useFocusAfterRender } from './use-focus.ts';
import { useSaving } from './use-saving.ts';

type Props = { view: DraftView; review?: ComponentChildren };

export function DraftFormIsland({ view, review }: Props) {
  const { form: formName } = view.draft.values;
  const step = findStep(formName, view.step);
  if (!step) throw new Error(`No step ${view.step}`);
  const { draft, saving, note, flush } = useSaving(view.draft, step);
  const [values, setValues] = useState<FormValues>(view.typed ?? view.draft.values);
  const [issues, setIssues] = useState<readonly Issue[]>(view.issues ?? []);
  const [enhanced, setEnhanced] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const focus = useFocusAfterRender();

  const put = (typed: FormValues) => {
    setValues(typed);
    note(typed);
  };
  useEffect(() => {
    setEnhanced(true);
    // A crash may have come between the typing and the save; and hydration must not lose what was typed before it.
    const left = readUnsaved(browserStorage(), view.draft.id, step.id);
    put(left ? withPart(view.draft.values, step, left.values) : (typedSoFar() ?? values));
    if (issues.length > 0) summary.current?.focus();
  }, []);

  const onInput = () => {
    const typed = typedSoFar();
    if (typed) put(typed);
  };

  const onSubmit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    const typed = withPart(draft.values, step, readForm(form));
    const { go, apply, base: _, ...pressed } = readForm(form, event.submitter);
    const changed = changeRows(pressed);
    event.preventDefault();
    if (changed) {
      put(changed);
      focus.on(() => rowToFocus(pressed));
      return;
    }
    put(typed);
    const isSaved = await flush();
    if (!isSaved) return;
    if (typeof apply === 'string') return sendNatively(form, 'apply', apply);
    const wrong = go === 'next' ? wrongIn(typed) : [];
    setIssues(wrong);
    if (wrong.length > 0) focus.on(() => summary.current);
    else if (go === 'send') sendNatively(form, 'go', 'send');
    else location.assign(whereTo(String(go)));
  };

  const wrongIn = (typed: FormValues) => {
    const checked = checkForm(submission, toSend(typed));
    return checked.ok ? [] : typedWrong(checked.issues, typed, step);
  };
  const whereTo = (go: string) => {
    if (go === 'next') return draftStepPath(nextStep(formName, step).id);
    if (go === 'back') return draftStepPath(stepBefore(formName, step).id);
    return PATHS.draft;
  };

  return (
    <DraftForm
      {...view}
      draft={draft}
      typed={values}
      issues={issues}
      isStale={saving.is === 'stale' || (!enhanced && view.isStale)}
      enhanced={enhanced}
      onInput={onInput}
      onSubmit={onSubmit}
      summaryRef={summary}
      review={review}
    >
      {enhanced && <SavingNote saving={saving} expiresAt={draft.expiresAt} />}
    </DraftForm>
  );
}

function typedSoFar(): FormValues | undefined {
  const form = document.getElementById(DRAFT_FORM_ID);
  if (!(form instanceof HTMLFormElement)) return undefined;
  const { base: _, ...typed } = readForm(form);
  return typed;
}

/** What looks at the whole is the server's: it answers with a page. */
function sendNatively(form: HTMLFormElement, name: string, value: string): void {
  const button = document.createElement('input');
  Object.assign(button, { type: 'hidden', name, value });
  form.append(button);
  HTMLFormElement.prototype.submit.call(form);
}
