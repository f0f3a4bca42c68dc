/** One action of a submitter as a plain form, with its errors and values if it was refused. */
import type { ComponentChildren } from 'preact';
import type { SubmitterAction } from '#schemas/decisions.ts';
import type { Issue } from '#schemas/problem.ts';
import { ErrorSummary } from '#site/forms/fields/ErrorSummary.tsx';
import { FormContext } from '#site/forms/form.ts';
import { inFormOrder } from '#site/forms/lesson/in-form-order.ts';
import type { FormValues } from '#site/forms/names.ts';

/** A form post that was refused, or that asked for a row more: its values and issues are printed in the form again. */
export type Returned = { action: SubmitterAction; values: FormValues; issues: readonly Issue[] };

type Props = {
  id: string;
  action: SubmitterAction;
  /** The text of the button. */
  button: string;
  returned: Returned | undefined;
  /** What the fields hold at first. */
  values?: FormValues;
  children?: ComponentChildren;
};

export function ActionForm({ id, action, button, returned, values = {}, children }: Props) {
  const own: Omit<Returned, 'action'> = returned?.action === action ? returned : { values, issues: [] };
  const address = `/api/submissions/${encodeURIComponent(id)}/${action}`;
  return (
    <FormContext.Provider
      value={{
        values: own.values,
        issues: inFormOrder(own.issues),
        enhanced: false,
        scope: action,
        action: address,
      }}
    >
      <form class="usa-form form-long" method="post" action={address} acceptCharset="utf-8">
        <ErrorSummary />
        <button class="usa-sr-only" type="submit" tabIndex={-1} aria-hidden="true">
          {button}
        </button>
        {children}
        <button class="usa-button" type="submit">
          {button}
        </button>
      </form>
    </FormContext.Provider>
  );
}
