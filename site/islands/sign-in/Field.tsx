/** One field of an account form, with what browsers and password managers need to fill it in. */
import { Labelled } from '#site/forms/fields/Labelled.tsx';

type Kind = keyof typeof KINDS;
type Props = { kind: Kind; name: string; label: string; hint?: string };

const KINDS = {
  name: { type: 'text', autocomplete: 'name' },
  email: { type: 'email', autocomplete: 'username' },
  password: { type: 'password', autocomplete: 'current-password' },
  newPassword: { type: 'password', autocomplete: 'new-password' },
  code: { type: 'text', autocomplete: 'one-time-code', inputmode: 'numeric' },
  recoveryCode: { type: 'text', autocomplete: 'off', autocapitalize: 'off', spellcheck: false },
} as const;

// What was typed stays in the input alone: a value from outside would write secrets into the page again.
export const Field = ({ kind, ...field }: Props) => (
  <Labelled {...field} required>
    {(attributes) => (
      <input
        {...attributes}
        {...KINDS[kind]}
        class={attributes['aria-invalid'] ? 'usa-input usa-input--error' : 'usa-input'}
      />
    )}
  </Labelled>
);

/** Where either will do. */
export const CodeOrRecoveryCode = () => (
  <Field kind="code" name="code" label="Code" hint="The six digits that your app shows, or a recovery code" />
);
