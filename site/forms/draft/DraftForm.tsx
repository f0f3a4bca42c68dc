/**
 * One step of a form in steps. The API prints it with the stored answers; hydrated, it saves as one types. Without scripts
 * its buttons save, and every answer of the server is a page.
 */
import type { ComponentChildren, Ref, SubmitEventHandler } from 'preact';
import type { Draft } from '#schemas/draft.ts';
import type { Issue } from '#schemas/problem.ts';
import { longDate } from '#site/dates.ts';
import { PATHS } from '#site/paths.ts';
import { ErrorSummary } from '../fields/ErrorSummary.tsx';
import { HiddenField } from '../fields/HiddenField.tsx';
import { FormContext, type OfferedStep } from '../form.ts';
import { inFormOrder } from '../lesson/in-form-order.ts';
import type { FormValues } from '../names.ts';
import { BothVersions } from './BothVersions.tsx';
import { ClearanceNotes } from './ClearanceNotes.tsx';
import { StepFields } from './StepFields.tsx';
import { StepIndicator } from './StepIndicator.tsx';
import { findStep, stepBefore, stepsOf } from './steps.ts';

export const DRAFT_FORM_ID = 'draft-form';

/** What the API knows when it prints a step; handed on to the script of the page as it is. */
export type DraftView = {
  draft: Draft;
  step: string;
  /** See `partTag` in api/actions/save-step.ts. */
  base: string;
  steps: readonly OfferedStep[];
  /** What this page shows instead of the stored answers, because they were not saved. */
  typed?: FormValues | undefined;
  issues?: readonly Issue[] | undefined;
  /** The stored draft has other answers to this step, saved elsewhere since the page was printed. */
  isStale?: boolean | undefined;
};

type Props = DraftView & {
  enhanced?: boolean;
  onInput?: () => void;
  onSubmit?: SubmitEventHandler<HTMLFormElement>;
  takeStored?: () => void;
  summaryRef?: Ref<HTMLDivElement>;
  /** `CheckAnswers` before the questions of the last step, `StepFindings` after those of the others: handed in, since both are heavy. */
  review?: ComponentChildren;
  /** How the last save went. */
  children?: ComponentChildren;
};

export function DraftForm({
  draft,
  step: id,
  base,
  steps,
  typed,
  issues = [],
  isStale = false,
  ...rest
}: Props) {
  const { enhanced = false, onInput, onSubmit, takeStored, summaryRef, review, children } = rest;
  const { form } = draft.values;
  const step = findStep(form, id);
  if (!step) return null;
  const values = typed ?? draft.values;
  const isLast = step.id === 'check';
  return (
    <FormContext.Provider value={{ values, issues: inFormOrder(issues), enhanced }}>
      <StepIndicator steps={stepsOf(form)} current={step} />
      <form
        class="usa-form form-long"
        id={DRAFT_FORM_ID}
        method="post"
        action={`/api/drafts/${encodeURIComponent(draft.id)}/steps/${step.id}`}
        acceptCharset="utf-8"
        noValidate
        onInput={onInput}
        onSubmit={onSubmit}
      >
        <ErrorSummary focusRef={summaryRef} />
        {isStale && <BothVersions step={step} yours={values} stored={draft.values} takeStored={takeStored} />}
        <button class="usa-sr-only" type="submit" name="go" value="next" tabIndex={-1} aria-hidden="true">
          Save
        </button>
        <HiddenField name="base" value={base} />
        <ClearanceNotes notes={draft.values.notes} step={step} />
        {isLast && review}
        <StepFields step={step} steps={steps} />
        {!isLast && review}
        <div class="form-long__end">
          {children ?? <Kept until={draft.expiresAt} />}
          <Buttons isLast={isLast} isFirst={stepBefore(form, step) === step} />
        </div>
      </form>
    </FormContext.Provider>
  );
}

/** `until`: the instant when it lapses. */
export const Kept = ({ until }: { until: string }) => (
  <p class="usa-hint">
    Kept until {longDate(until.slice(0, 10))}; each time you save, the 90 days begin anew.{' '}
    <a href={PATHS.draft}>Your draft at a glance</a>
  </p>
);

const Buttons = ({ isLast, isFirst }: { isLast: boolean; isFirst: boolean }) => (
  <div class="form-buttons">
    {isLast ? (
      <button class="usa-button" type="submit" name="go" value="send">
        Send it
      </button>
    ) : (
      <button class="usa-button" type="submit" name="go" value="next">
        Save and continue
      </button>
    )}
    {!isFirst && (
      <button class="usa-button usa-button--outline" type="submit" name="go" value="back">
        Save and go back
      </button>
    )}
    <button class="usa-button usa-button--outline" type="submit" name="go" value="later">
      Save for later
    </button>
  </div>
);
