/**
 * A list that grows by a row at a time. Add and Remove are submit buttons that skip the checks of the browser: without
 * scripts the API answers the same form with one row more or less. A row left empty is not sent.
 */
import type { ComponentChildren } from 'preact';
import { againAt, useField, useForm } from '../form.ts';
import { type RowsName, rowCount, rowsRule } from '../rows.ts';
import { Group } from './Group.tsx';
import { Message } from './Labelled.tsx';

type Props = {
  /** A list of `ROWS`, with indexes where it lies in another list. */
  name: RowsName | `content.lessons[${number}].bearings`;
  legend: ComponentChildren;
  hint?: ComponentChildren;
  required?: boolean | undefined;
  /** A row is a single field, which says itself what it is. */
  single?: boolean;
  /** The fields of a row. `row` is its name: `content.lessons[0]`. */
  children: (row: RowName, title: string) => ComponentChildren;
};

type RowName = `${Props['name']}[${number}]`;

export function Rows({ name, children, single = false, ...group }: Props) {
  const form = useForm();
  const rule = rowsRule(name);
  if (!rule) throw new Error(`No list ${name} in ROWS`);
  const Row = single ? SingleRow : RowOfFields;
  const count = rowCount(form.values, name);
  return (
    <Group name={name} {...group}>
      {Array.from({ length: count }, (_, position) => {
        const row: RowName = `${name}[${position}]`;
        const title = `${capital(rule.one)} ${position + 1}`;
        return (
          <Row key={position} row={row} title={title}>
            {children(row, title)}
          </Row>
        );
      })}
      {count < rule.max && (
        <button
          class="usa-button usa-button--outline form-rows__add"
          type="submit"
          name="add"
          value={name}
          formaction={againAt(form, `${name}[${count}]`)}
          formnovalidate
        >
          Add another {rule.one}
        </button>
      )}
    </Group>
  );
}

type RowProps = { row: RowName; title: string; children: ComponentChildren };

function RowOfFields({ row, title, children }: RowProps) {
  const { id, message } = useField(row);
  return (
    <fieldset class="usa-fieldset form-rows__row" id={id} tabIndex={-1}>
      <legend class="form-rows__title">{title}</legend>
      <Message id={id} text={message} />
      {children}
      <Remove row={row} title={title} />
    </fieldset>
  );
}

const SingleRow = ({ row, title, children }: RowProps) => (
  <div class="form-rows__row form-rows__row--single">
    {children}
    <Remove row={row} title={title} />
  </div>
);

function Remove({ row, title }: { row: RowName; title: string }) {
  const list = row.replace(/\[\d+\]$/, '');
  return (
    <button
      class="usa-button usa-button--unstyled form-rows__remove"
      type="submit"
      name="remove"
      value={row}
      formaction={againAt(useForm(), list)}
      formnovalidate
    >
      Remove<span class="usa-sr-only"> {title}</span>
    </button>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
