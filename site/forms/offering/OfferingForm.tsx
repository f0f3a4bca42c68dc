/**
 * The form that sends an offering. It posts as it is, with scripts off; hydrated, it also takes and gives a file. Handlers
 * stand at the form alone: no field knows whether scripts run.
 */
import type { ComponentChildren, Ref, SubmitEventHandler } from 'preact';
import type { Issue } from '#schemas/problem.ts';
import { PATHS } from '#site/paths.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import { ErrorSummary } from '../fields/ErrorSummary.tsx';
import { HiddenField } from '../fields/HiddenField.tsx';
import { FormContext } from '../form.ts';
import { inFormOrder } from '../lesson/in-form-order.ts';
import { DefaultButton } from '../lesson/LessonForm.tsx';
import type { FormValues } from '../names.ts';
import { CONTENT_SECTIONS, OFFERING_SECTIONS, type OfferingSection } from './sections.tsx';

export const OFFERING_FORM_ID = 'offering-form';

type Props = {
  /** In the shape of the body of `POST /api/submissions`, as it was typed. */
  values: FormValues;
  issues: readonly Issue[];
  choices: OfferChoices;
  /** Where the form is sent. */
  action: string;
  enhanced?: boolean;
  onInput?: () => void;
  onSubmit?: SubmitEventHandler<HTMLFormElement>;
  summaryRef?: Ref<HTMLDivElement>;
  /** More to do beside sending it. */
  children?: ComponentChildren;
};

export function OfferingForm({ values, issues, choices, action, enhanced = false, ...rest }: Props) {
  const { children, summaryRef, onInput, onSubmit } = rest;
  return (
    <FormContext.Provider value={{ values, issues: inFormOrder(issues), enhanced }}>
      <form
        class="usa-form form-long"
        id={OFFERING_FORM_ID}
        method="post"
        action={action}
        acceptCharset="utf-8"
        onInput={onInput}
        onSubmit={onSubmit}
      >
        <ErrorSummary focusRef={summaryRef} />
        <DefaultButton />
        <NoEndorsement />
        <p>
          Fields marked <abbr title="required">*</abbr> are required; in a row of a list, only if you use the
          row.
        </p>
        <HiddenField name="kind" value="offering" />
        <Sections of={OFFERING_SECTIONS} choices={choices} />
        {children}
        <div class="form-long__end">
          <button class="usa-button" type="submit">
            Send it
          </button>
        </div>
      </form>
    </FormContext.Provider>
  );
}

/** The offering itself, without contact and consent. */
export const OfferingSections = ({ choices }: { choices: OfferChoices }) => (
  <Sections of={CONTENT_SECTIONS} choices={choices} />
);

const Sections = ({ of, choices }: { of: readonly OfferingSection[]; choices: OfferChoices }) => (
  <>
    {of.map(({ id, Component }) => (
      <Component key={id} choices={choices} />
    ))}
  </>
);

const NoEndorsement = () => (
  <p class="note note--care">
    <strong>Being listed is no endorsement.</strong> Your words are printed as yours, results of the lab stand
    beside them, and you have no veto on those.{' '}
    <a href={`${PATHS.call}#responsive`}>What an offering states</a>
  </p>
);
