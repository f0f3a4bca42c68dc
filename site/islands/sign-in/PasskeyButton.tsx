/** Sign in with a passkey, or show by one that it is still oneself. Nothing where the browser has none. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused, usePasskey } from './calls.ts';
import { hasPasskeys } from './passkeys.ts';

export function PasskeyButton({ onDone }: { onDone: () => Promise<void> }) {
  // What is built has no browser: the button comes once the page runs.
  const [isOffered, setOffered] = useState(false);
  const [problem, setProblem] = useState<string>();
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => setOffered(hasPasskeys()), []);
  useEffect(() => alert.current?.focus(), [problem]);
  const use = async () => {
    setProblem(undefined);
    try {
      if (await usePasskey()) return await onDone();
      setProblem('No passkey was used. Try again, or go on without one.');
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : 'The server could not be reached. Try again.');
    }
  };
  if (!isOffered) return null;
  return (
    <>
      {problem && (
        <div class="usa-alert usa-alert--error" role="alert" tabIndex={-1} ref={alert}>
          <div class="usa-alert__body">
            <p class="usa-alert__text">{problem}</p>
          </div>
        </div>
      )}
      <p>
        <button class="usa-button usa-button--outline" type="button" onClick={use}>
          Use a passkey
        </button>
      </p>
    </>
  );
}
