/** Narrows the queue: by words, kind, who it is assigned to, and whether it is late. What is asked stands in the address. */
import type { ComponentChildren, TargetedSubmitEvent } from 'preact';
import { type Filter, type Narrowed, queueHash } from '../routes.ts';
import { titleOf } from './counts.ts';

type Props = { filter: Filter; narrowed: Narrowed };

export function NarrowForm({ filter, narrowed }: Props) {
  const onSubmit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()]);
    location.hash = queueHash(filter, Object.fromEntries(asked));
  };
  return (
    <search aria-label="Submissions">
      <form class="desk-narrow" onSubmit={onSubmit}>
        <Field name="search" label="Reference, or words of the title or vendor">
          <input
            class="usa-input"
            id="narrow-search"
            name="search"
            data-key="/"
            type="search"
            maxLength={200}
            defaultValue={narrowed.search ?? ''}
          />
        </Field>
        <Choice name="kind" label="Kind" chosen={narrowed.kind} labels={KINDS} />
        <Choice name="assigned" label="Assigned to" chosen={narrowed.assigned} labels={ASSIGNED} />
        <Choice name="overdue" label="Expected by" chosen={narrowed.overdue} labels={OVERDUE} />
        <p class="desk-narrow__do">
          <button class="usa-button usa-button--outline" type="submit">
            Show these
          </button>
          {Object.keys(narrowed).length > 0 && (
            <a href={queueHash(filter)}>Show all of “{titleOf(filter)}”</a>
          )}
        </p>
      </form>
    </search>
  );
}

const KINDS = { '': 'Lessons and offerings', lesson: 'Lessons', offering: 'Offerings' };
const ASSIGNED = { '': 'Anybody or nobody', me: 'Me', nobody: 'Nobody' };
const OVERDUE = { '': 'Any day', yes: 'A day that is over' };

type FieldProps = { name: string; label: string; children: ComponentChildren };

const Field = ({ name, label, children }: FieldProps) => (
  <div>
    <label class="usa-label" for={`narrow-${name}`}>
      {label}
    </label>
    {children}
  </div>
);

type ChoiceProps = {
  name: string;
  label: string;
  chosen: string | undefined;
  labels: Readonly<Record<string, string>>;
};

const Choice = ({ name, label, chosen = '', labels }: ChoiceProps) => (
  <Field name={name} label={label}>
    <select class="usa-select" id={`narrow-${name}`} name={name}>
      {Object.entries(labels).map(([value, text]) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </Field>
);
