/** A list of a desk form that grows by a row at a time. */
import type { ComponentChildren } from 'preact';
import { Group } from '#site/forms/fields/Group.tsx';
import { useForm } from '#site/forms/form.ts';
import { isFull, type OwnRows as ListName, ownRowCount } from './rows.ts';

type Props = {
  name: ListName;
  legend: string;
  hint?: string;
  /** A row, as the buttons call it. */
  one: string;
  children: (row: string, title: string) => ComponentChildren;
};

export function OwnRows({ name, one, children, ...group }: Props) {
  const count = ownRowCount(useForm().values, name);
  return (
    <Group name={name} {...group}>
      {Array.from({ length: count }, (_, position) => {
        const row = `${name}[${position}]`;
        const title = `${one} ${position + 1}`;
        return (
          <div key={row} class="form-rows__row">
            {children(row, title)}
            <button class="usa-button usa-button--unstyled" type="submit" name="remove" value={row}>
              Remove {title}
            </button>
          </div>
        );
      })}
      {!isFull(name, count) && (
        <button class="usa-button usa-button--outline" type="submit" name="add" value={name}>
          {count === 0 ? 'Add the first' : 'Add another'} {one}
        </button>
      )}
    </Group>
  );
}
