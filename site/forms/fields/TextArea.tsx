/** Longer text, with how much of it may be written. */
import { useField, useForm } from '../form.ts';
import { type FieldProps, Labelled } from './Labelled.tsx';

type Props = FieldProps & {
  /** Characters that the schema takes. */
  max: number;
  rows?: number;
};

export function TextArea({ max, rows = 4, ...field }: Props) {
  const { id, text } = useField(field.name);
  return (
    <Labelled {...field} count={<Count id={id} length={text.trim().length} max={max} />}>
      {(attributes) => (
        <textarea
          {...attributes}
          class={attributes['aria-invalid'] ? 'usa-textarea usa-input--error' : 'usa-textarea'}
          rows={rows}
          value={text}
        />
      )}
    </Labelled>
  );
}

function Count({ id, length, max }: { id: string; length: number; max: number }) {
  const { enhanced } = useForm();
  const left = max - length;
  const isOver = enhanced && left < 0;
  return (
    <span
      class={isOver ? 'usa-character-count__status usa-character-count__status--invalid' : 'usa-hint'}
      id={`${id}-count`}
    >
      {countText(enhanced ? left : undefined, max)}
    </span>
  );
}

function countText(left: number | undefined, max: number): string {
  if (left === undefined) return `Up to ${number(max)} characters`;
  return left < 0 ? `${number(-left)} characters too many` : `${number(left)} characters left`;
}

const number = (value: number) => value.toLocaleString('en');
