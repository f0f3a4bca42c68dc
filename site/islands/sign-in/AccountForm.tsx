/** A form of the account pages: sends its fields, says what needs attention and moves the focus there. */
import type { ComponentChildren, TargetedSubmitEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Issue } from '#schemas/problem.ts';
import { ErrorSummary } from '#site/forms/fields/ErrorSummary.tsx';
import { FormContext } from '#site/forms/form.ts';
import { Refused } from './calls.ts';

type Props = {
  /** What the button says. */
  button: string;
  /** It takes the place of what the reader has just answered, so the focus moves here. */
  follows?: boolean;
  /** Send the fields by name. Throws `Refused`. */
  send: (field: (name: string) => string) => Promise<void>;
  children: ComponentChildren;
};

export function AccountForm({ button, follows = false, send, children }: Props) {
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => summary.current?.focus(), [issues]);
  useEffect(() => {
    if (follows) form.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [follows]);

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    try {
      await send((name) => String(fields.get(name) ?? ''));
      setIssues([]);
    } catch (error) {
      setIssues(issuesOf(error));
    }
    setBusy(false);
  }

  return (
    <FormContext.Provider value={{ values: {}, issues, enhanced: true }}>
      <form class="usa-form" method="post" ref={form} noValidate onSubmit={submit}>
        <ErrorSummary focusRef={summary} />
        {children}
        <button class="usa-button" type="submit" disabled={busy}>
          {button}
        </button>
      </form>
    </FormContext.Provider>
  );
}

const issuesOf = (error: unknown): readonly Issue[] =>
  error instanceof Refused
    ? error.issues
    : [{ path: '', message: 'The server could not be reached. Check your connection and try again.' }];
