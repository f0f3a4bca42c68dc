/**
 * The offering form, hydrated: keeps what is typed in this browser, adds rows in place, takes and gives a file. It is sent
 * as without scripts, by the browser.
 */
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Issue } from '#schemas/problem.ts';
import { type FormValues, valueAt } from '#site/forms/names.ts';
import { OFFERING_FORM_ID, OfferingForm, type ReturnedOffering } from '#site/forms/offering/OfferingForm.tsx';
import { changeRows } from '#site/forms/rows.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import { firstField, rowToFocus, useFocusAfterRender } from '../draft-form/use-focus.ts';
import { readForm, typedSoFar } from '../read-form.ts';
import { FileButtons } from './FileButtons.tsx';
import { KeptHere, LeftHere } from './KeptHere.tsx';
import { useKept } from './use-kept.ts';

type Props = { choices: OfferChoices; returned?: Omit<ReturnedOffering, 'choices'> };

const typedNow = () => typedSoFar(OFFERING_FORM_ID);
const contentOf = (values: FormValues): FormValues => Object(valueAt(values, 'content') ?? {});
const EMPTY = {};

export function OfferingFormIsland({ choices, returned }: Props) {
  const [values, setValues] = useState(returned?.values ?? typedNow);
  const [issues, setIssues] = useState(returned?.issues ?? []);
  const [emptied, setEmptied] = useState<FormValues>();
  const [enhanced, setEnhanced] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const focus = useFocusAfterRender();
  const { left, keep, forgetLeft } = useKept({
    typed: typedNow,
    put: setValues,
    isReturned: returned !== undefined,
  });
  useEffect(() => {
    setEnhanced(true);
    if (issues.length > 0) summary.current?.focus();
  }, []);

  const put = (changed: FormValues) => {
    setValues(changed);
    setEmptied(undefined);
    keep(changed);
  };
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    const typed = readForm(event.currentTarget, event.submitter);
    const changed = changeRows(typed);
    if (!changed) return keep(typed, typed);
    event.preventDefault();
    put(changed);
    focus.on(() => rowToFocus(typed));
  };
  const onImport = ({ content, issues: found }: { content: FormValues; issues: readonly Issue[] }) => {
    put({ ...typedNow(), content });
    setIssues(found);
    if (found.length > 0) focus.on(() => summary.current);
  };
  const empty = () => {
    const before = typedNow();
    put(EMPTY);
    setEmptied(before);
    setIssues([]);
    forgetLeft();
  };
  const beginAnew = () => {
    empty();
    focus.on(() => firstField(OFFERING_FORM_ID));
  };
  return (
    <OfferingForm
      values={values}
      issues={issues}
      choices={choices}
      enhanced={enhanced}
      onInput={() => put(typedNow())}
      onSubmit={onSubmit}
      summaryRef={summary}
      notice={left && <LeftHere left={left} onEmpty={beginAnew} />}
    >
      {enhanced && <FileButtons content={() => contentOf(typedNow())} onImport={onImport} />}
      {enhanced && (
        <KeptHere
          isEmptied={emptied !== undefined}
          onEmpty={empty}
          onBringBack={() => emptied && put(emptied)}
        />
      )}
    </OfferingForm>
  );
}
