/** The frame of a field: label, hint, message, and the attributes that tie them to the input. */
import type { ComponentChildren, VNode } from 'preact';
import { describedBy, isDemanded, useField } from '../form.ts';

export type FieldProps = {
  /** The path of the field into the body, like `content.lessons[0].lesson`. */
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  required?: boolean | undefined;
};

export type InputAttributes = {
  id: string;
  name: string;
  required: boolean;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
};

type Props = FieldProps & {
  /** What stands under the input, such as the count of characters; its id ends in `-count`. */
  count?: VNode | undefined;
  children: (attributes: InputAttributes, text: string) => VNode;
};

export function Labelled({ name, label, hint, required, count, children }: Props) {
  const { id, text, message } = useField(name);
  const attributes: InputAttributes = {
    id,
    name,
    required: isDemanded(name, required),
    'aria-describedby': describedBy(id, { hint, message, count }),
    'aria-invalid': message ? 'true' : undefined,
  };
  return (
    <div class={message ? 'usa-form-group usa-form-group--error' : 'usa-form-group'}>
      <label class={message ? 'usa-label usa-label--error' : 'usa-label'} for={id}>
        {label}
        <RequiredMark required={required} />
      </label>
      <Hint id={id}>{hint}</Hint>
      <Message id={id} text={message} />
      {children(attributes, text)}
      {count}
    </div>
  );
}

export const RequiredMark = ({ required }: { required: boolean | undefined }) =>
  required ? (
    <>
      {' '}
      <abbr class="usa-hint usa-hint--required" title="required">
        *
      </abbr>
    </>
  ) : null;

export const Hint = ({ id, children }: { id: string; children?: ComponentChildren }) =>
  children ? (
    <div class="usa-hint" id={`${id}-hint`}>
      {children}
    </div>
  ) : null;

export const Message = ({ id, text }: { id: string; text: string | undefined }) =>
  text ? (
    <span class="usa-error-message" id={`${id}-message`}>
      <span class="usa-sr-only">Error: </span>
      {text}
    </span>
  ) : null;
