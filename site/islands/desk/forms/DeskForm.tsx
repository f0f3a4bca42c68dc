/**
 * A form of the desk: keeps what is typed, checks it by the schema of the call, sends it, and moves the focus to whatever
 * needs attention.
 */
import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import { DefaultButton } from '#site/forms/fields/DefaultButton.tsx';
import { ErrorSummary } from '#site/forms/fields/ErrorSummary.tsx';
import { FormContext } from '#site/forms/form.ts';
import type { FormValues } from '#site/forms/names.ts';
import type { Answer } from '../call.ts';
import type { Refused } from '../problem.ts';
import { RefusedAlert } from './RefusedAlert.tsx';
import { TypingContext } from './typing.ts';
import { GO_ON, INSTEAD, useDeskForm } from './use-desk-form.ts';

export type FormProps<S extends z.ZodType, T> = {
  /** The name under which typed text is kept. */
  name: string;
  /** Begins the ids of the fields. */
  scope: string;
  schema: S;
  /** What the fields hold at first. */
  start?: FormValues;
  /** What is sent with it and not asked. */
  also?: FormValues;
  /** The revision that is shown, where the form is about one. */
  revision?: number;
  send: (input: z.output<S>) => Promise<Answer<T>>;
  onDone: (value: T) => void;
  /** What follows instead, where it was sent by the second button. */
  onDoneGoOn?: (value: T) => void;
  /** Another thing to do with the same answers, by a button of its own. */
  instead?: Instead<z.output<S>>;
};

export type Instead<Input> = {
  button: string;
  send: (input: Input) => Promise<Answer<unknown>>;
  onDone: () => void;
};

type Props<S extends z.ZodType, T> = FormProps<S, T> & {
  button: string;
  /** Nothing undoes it. */
  grave?: boolean;
  /** What else to say of a refusal; `clear` takes the refusal away. */
  whenRefused?: (refused: Refused, clear: () => void) => ComponentChildren;
  children?: ComponentChildren;
};

export function DeskForm<S extends z.ZodType, T>(props: Props<S, T>) {
  const { button, grave, whenRefused, children, scope } = props;
  const { form, values, type, issues, refused, isSending, summary, alert, clear, onInput, onSubmit } =
    useDeskForm(props);
  return (
    <FormContext.Provider value={{ values, issues, enhanced: true, scope }}>
      <TypingContext.Provider value={type}>
        <form
          class="usa-form form-long desk-form"
          noValidate
          ref={form}
          onInput={onInput}
          onSubmit={onSubmit}
        >
          <ErrorSummary focusRef={summary} />
          {refused && (
            <RefusedAlert refused={refused} focusRef={alert}>
              {whenRefused?.(refused, clear)}
            </RefusedAlert>
          )}
          <DefaultButton />
          {children}
          <button class={grave ? 'usa-button usa-button--secondary' : 'usa-button'} type="submit">
            {isSending ? 'Sending …' : button}
          </button>
          {props.onDoneGoOn && (
            <button class="usa-button usa-button--outline" type="submit" data-then={GO_ON}>
              Save and next
            </button>
          )}
          {props.instead && (
            <button class="usa-button usa-button--outline" type="submit" data-then={INSTEAD}>
              {props.instead.button}
            </button>
          )}
        </form>
      </TypingContext.Provider>
    </FormContext.Provider>
  );
}
