/**
 * The whole form that shares a lesson, on one page: what a form post to `POST /api/submissions` gets back when it is refused.
 * Handlers stand at the form alone: no field knows whether scripts run.
 */
import type { ComponentChildren, Ref, SubmitEventHandler } from 'preact';
import type { Issue } from '#schemas/problem.ts';
import { ErrorSummary } from '../fields/ErrorSummary.tsx';
import { HiddenField } from '../fields/HiddenField.tsx';
import { FormContext, type OfferedStep } from '../form.ts';
import type { FormValues } from '../names.ts';
import { Consent } from './Consent.tsx';
import { ContactDetails } from './ContactDetails.tsx';
import { Details } from './Details.tsx';
import { HowYouAppear } from './HowYouAppear.tsx';
import { inFormOrder } from './in-form-order.ts';
import { Lessons } from './Lessons.tsx';
import { ShortLesson } from './ShortLesson.tsx';
import { Timeline } from './Timeline.tsx';
import { WhatHappened } from './WhatHappened.tsx';
import { WhoMaySee } from './WhoMaySee.tsx';

export const LESSON_FORM_ID = 'lesson-form';

type Props = {
  /** In the shape of the body of `POST /api/submissions`, as it was typed. */
  values: FormValues;
  issues: readonly Issue[];
  steps: readonly OfferedStep[];
  /** Where the form is sent. */
  action: string;
  enhanced?: boolean;
  onInput?: () => void;
  onSubmit?: SubmitEventHandler<HTMLFormElement>;
  summaryRef?: Ref<HTMLDivElement>;
  /** More to do beside sending it. */
  children?: ComponentChildren;
};

export function LessonForm({ values, issues, steps, action, enhanced = false, ...rest }: Props) {
  const { children, summaryRef, onInput, onSubmit } = rest;
  return (
    <FormContext.Provider value={{ values, issues: inFormOrder(issues), enhanced }}>
      <form
        class="usa-form form-long"
        id={LESSON_FORM_ID}
        method="post"
        action={action}
        acceptCharset="utf-8"
        noValidate={enhanced}
        onInput={onInput}
        onSubmit={onSubmit}
      >
        <ErrorSummary focusRef={summaryRef} />
        <DefaultButton />
        <p>
          Fields marked <abbr title="required">*</abbr> are required; in a row of a list, only if you use the
          row.
        </p>
        <HiddenField name="kind" value="lesson" />
        <HiddenField name="form" value={values.form === 'short' ? 'short' : 'full'} />
        {values.form === 'short' ? <ShortLesson /> : <LessonSections steps={steps} />}
        <ContactDetails />
        <Consent />
        <div class="form-long__end">
          {children}
          <button class="usa-button" type="submit">
            Send it
          </button>
        </div>
      </form>
    </FormContext.Provider>
  );
}

/** The lesson itself, without contact and consent: what is sent again after changes were requested. */
export const LessonSections = ({ steps }: { steps: readonly OfferedStep[] }) => (
  <>
    <WhatHappened />
    <Timeline />
    <Lessons steps={steps} />
    <Details />
    <HowYouAppear />
    <WhoMaySee />
  </>
);

/** Enter presses the first button of a form. Without this one it would press “Remove”. */
export const DefaultButton = () => (
  <button class="usa-sr-only" type="submit" tabIndex={-1} aria-hidden="true">
    Send it
  </button>
);
