/** New recovery codes, shown this once. */
import { useEffect, useRef } from 'preact/hooks';

type Props = { codes: readonly string[]; onStored: () => void };

export function RecoveryCodes({ codes, onStored }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        Keep these recovery codes
      </h2>
      <p>
        Each of them lets you in once without the app. They are shown now and never again: print them, or
        store them where your phone is not.
      </p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <button class="usa-button" type="button" onClick={onStored}>
        I have stored them
      </button>
    </>
  );
}
