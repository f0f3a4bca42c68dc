/** One of a few (`Radios`), any of a few (`Checkboxes`), or a single box to tick (`Checkbox`). */
import type { ComponentChildren } from 'preact';
import { describedBy, isDemanded, useField, useForm } from '../form.ts';
import { valueAt } from '../names.ts';
import { Group } from './Group.tsx';
import { Hint, Message, RequiredMark } from './Labelled.tsx';

type Choices = {
  name: string;
  legend: ComponentChildren;
  hint?: ComponentChildren;
  required?: boolean | undefined;
  /** What is sent and what is read, in the order to print. */
  labels: Readonly<Record<string, string>>;
};

export function Radios({ labels, ...group }: Choices) {
  const { id, text } = useField(group.name);
  return (
    <Group {...group}>
      {Object.entries(labels).map(([value, label]) => (
        <div class="usa-radio" key={value}>
          <input
            class="usa-radio__input"
            type="radio"
            id={`${id}-${value}`}
            name={group.name}
            value={value}
            checked={text === value}
            required={isDemanded(group.name, group.required)}
          />
          <label class="usa-radio__label" for={`${id}-${value}`}>
            {label}
          </label>
        </div>
      ))}
    </Group>
  );
}

/** Sent as `name[]`, so that one ticked box is still a list. */
export function Checkboxes({ labels, ...group }: Choices) {
  const { id } = useField(group.name);
  const ticked = valueAt(useForm().values, group.name);
  return (
    <Group {...group}>
      {Object.entries(labels).map(([value, label]) => (
        <div class="usa-checkbox" key={value}>
          <input
            class="usa-checkbox__input"
            type="checkbox"
            id={`${id}-${value}`}
            name={`${group.name}[]`}
            value={value}
            checked={Array.isArray(ticked) && ticked.includes(value)}
          />
          <label class="usa-checkbox__label" for={`${id}-${value}`}>
            {label}
          </label>
        </div>
      ))}
    </Group>
  );
}

type Single = {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  required?: boolean | undefined;
  /** What a ticked box sends: `on` is read as true. */
  value?: string;
};

export function Checkbox({ name, label, hint, required, value = 'on' }: Single) {
  const { id, message } = useField(name);
  const stored = valueAt(useForm().values, name);
  return (
    <div class={message ? 'usa-form-group usa-form-group--error' : 'usa-form-group'}>
      <Message id={id} text={message} />
      <div class="usa-checkbox">
        <input
          class="usa-checkbox__input"
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={stored === value || stored === true}
          required={isDemanded(name, required)}
          aria-describedby={describedBy(id, { hint, message })}
          aria-invalid={message ? 'true' : undefined}
        />
        <label class="usa-checkbox__label" for={id}>
          {label}
          <RequiredMark required={required} />
        </label>
      </div>
      <Hint id={id}>{hint}</Hint>
    </div>
  );
}
