/** The offering form, hydrated: adds rows in place, takes and gives a file. It is sent as without scripts, by the browser. */
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Issue } from '#schemas/problem.ts';
import { type FormValues, valueAt } from '#site/forms/names.ts';
import { OFFERING_FORM_ID, OfferingForm } from '#site/forms/offering/OfferingForm.tsx';
import { changeRows } from '#site/forms/rows.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import { rowToFocus, useFocusAfterRender } from '../draft-form/use-focus.ts';
import { readForm } from '../read-form.ts';
import { FileButtons } from './FileButtons.tsx';

type Props = { choices: OfferChoices; action: string };

/** What stands in the form, also what was typed before the scripts came: hydration must not empty it. */
function typedSoFar(): FormValues {
  if (typeof document === 'undefined') return {};
  const form = document.getElementById(OFFERING_FORM_ID);
  return form instanceof HTMLFormElement ? readForm(form) : {};
}

const contentOf = (values: FormValues): FormValues => Object(valueAt(values, 'content') ?? {});

export function OfferingFormIsland({ choices, action }: Props) {
  const [values, setValues] = useState(typedSoFar);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [enhanced, setEnhanced] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const focus = useFocusAfterRender();
  useEffect(() => setEnhanced(true), []);

  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    const typed = readForm(event.currentTarget, event.submitter);
    const changed = changeRows(typed);
    if (!changed) return;
    event.preventDefault();
    setValues(changed);
    focus.on(() => rowToFocus(typed));
  };
  const onImport = ({ content, issues: found }: { content: FormValues; issues: readonly Issue[] }) => {
    setValues({ ...typedSoFar(), content });
    setIssues(found);
    if (found.length > 0) focus.on(() => summary.current);
  };
  return (
    <OfferingForm
      values={values}
      issues={issues}
      choices={choices}
      action={action}
      enhanced={enhanced}
      onInput={() => setValues(typedSoFar())}
      onSubmit={onSubmit}
      summaryRef={summary}
    >
      {enhanced && <FileButtons content={() => contentOf(typedSoFar())} onImport={onImport} />}
    </OfferingForm>
  );
}
