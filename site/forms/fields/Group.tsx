/** Questions that belong together. Named, it can be linked to from the error summary and shows the message of the whole. */
import type { ComponentChildren } from 'preact';
import { describedBy, useField } from '../form.ts';
import { Hint, Message, RequiredMark } from './Labelled.tsx';

type Props = {
  name: string;
  legend: ComponentChildren;
  hint?: ComponentChildren;
  required?: boolean | undefined;
  children: ComponentChildren;
};

export function Group({ name, legend, hint, required, children }: Props) {
  const { id, message } = useField(name);
  return (
    <div class={message ? 'usa-form-group usa-form-group--error' : 'usa-form-group'}>
      <fieldset
        class="usa-fieldset"
        id={id}
        tabIndex={-1}
        aria-describedby={describedBy(id, { hint, message })}
      >
        <legend class="usa-legend">
          {legend}
          <RequiredMark required={required} />
        </legend>
        <Hint id={id}>{hint}</Hint>
        <Message id={id} text={message} />
        {children}
      </fieldset>
    </div>
  );
}
