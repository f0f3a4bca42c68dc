/** A line of text. */
import { type FieldProps, Labelled } from './Labelled.tsx';

type Props = FieldProps & {
  type?: 'text' | 'email' | 'url';
  /** How much is expected, shown by the width of the field. */
  width?: 'small' | 'medium' | 'xl' | undefined;
  autocomplete?: 'name' | 'email' | 'organization' | 'off';
};

export function TextField({ type = 'text', width, autocomplete = 'off', ...field }: Props) {
  return (
    <Labelled {...field}>
      {(attributes, text) => (
        <input
          {...attributes}
          class={[
            'usa-input',
            width && `usa-input--${width}`,
            attributes['aria-invalid'] && 'usa-input--error',
          ]
            .filter(Boolean)
            .join(' ')}
          type={type}
          autocomplete={autocomplete}
          value={text}
        />
      )}
    </Labelled>
  );
}
