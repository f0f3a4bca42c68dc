/**
 * A submission as one page, which posts as it is, with scripts off. Handlers stand at the form alone: no field knows whether
 * scripts run.
 */
import type { ComponentChildren, Ref, SubmitEventHandler } from 'preact';
import type { Issue } from '#schemas/problem.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import { DefaultButton } from './fields/DefaultButton.tsx';
import { ErrorSummary } from './fields/ErrorSummary.tsx';
import { HiddenField } from './fields/HiddenField.tsx';
import { FormContext } from './form.ts';
import { inFormOrder } from './lesson/in-form-order.ts';
import type { FormValues } from './names.ts';

/** Where it is sent. */
export const SUBMISSIONS_ACTION = '/api/submissions';

export type SubmissionFormProps = {
  /** In the shape of the body of `POST /api/submissions`, as it was typed. */
  values: FormValues;
  issues: readonly Issue[];
  enhanced?: boolean;
  onInput?: () => void;
  onSubmit?: SubmitEventHandler<HTMLFormElement>;
  summaryRef?: Ref<HTMLDivElement>;
};

type Props = SubmissionFormProps & {
  id: string;
  kind: SubmissionKind;
  /** What is said before anything is asked. */
  notice?: ComponentChildren;
  children: ComponentChildren;
};

export function SubmissionForm({ id, kind, notice, values, issues, enhanced = false, ...rest }: Props) {
  const { children, summaryRef, onInput, onSubmit } = rest;
  return (
    <FormContext.Provider value={{ values, issues: inFormOrder(issues), enhanced }}>
      <form
        class="usa-form form-long"
        id={id}
        method="post"
        action={SUBMISSIONS_ACTION}
        acceptCharset="utf-8"
        onInput={onInput}
        onSubmit={onSubmit}
      >
        <ErrorSummary focusRef={summaryRef} />
        <DefaultButton />
        {notice}
        <p>
          Fields marked <abbr title="required">*</abbr> are required; in a row of a list, only if you use the
          row.
        </p>
        <HiddenField name="kind" value={kind} />
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
