/** One of a list, chosen from a menu. */
import type { VNode } from 'preact';
import { type FieldProps, Labelled } from './Labelled.tsx';

type Labels = Readonly<Record<string, string>>;

/** Options with a value to send and a label to read, in the order of the labels or of `only`. */
export function options(labels: Labels, only: readonly string[] = Object.keys(labels)): VNode[] {
  return only.map((value) => (
    <option key={value} value={value}>
      {labels[value]}
    </option>
  ));
}

type Props = FieldProps & {
  /** `option` and `optgroup` elements. */
  children: VNode | VNode[];
  /** The text of the empty option. A field that always has a value names that value as `preset` instead. */
  empty?: string;
  preset?: string | undefined;
};

export function Select({ children, empty = 'Choose', preset, ...field }: Props) {
  return (
    <Labelled {...field}>
      {(attributes, text) => (
        <select {...attributes} class="usa-select" value={text || (preset ?? '')}>
          {preset === undefined && <option value="">{empty}</option>}
          {children}
        </select>
      )}
    </Labelled>
  );
}
