/**
 * A decision asks for a second factor that was shown lately. The desk stays behind this form as it was, and what was asked
 * for is done as soon as the code is right.
 */
import { useEffect, useRef } from 'preact/hooks';
import { PROOF_MINUTES } from '#api/review/proof.ts';
import { AccountForm } from '../sign-in/AccountForm.tsx';
import { prove } from '../sign-in/calls.ts';
import { CodeOrRecoveryCode } from '../sign-in/Field.tsx';
import { PasskeyButton } from '../sign-in/PasskeyButton.tsx';

type Props = { onEnd: (isProven: boolean) => void };

export function ProveYourself({ onEnd }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h1 class="desk-heading" tabIndex={-1} ref={heading}>
        Is it still you?
      </h1>
      <p>
        You last showed a second factor more than {PROOF_MINUTES} minutes ago. Show it again, and what you
        asked for is done. What you typed is kept.
      </p>
      <AccountForm
        button="Continue"
        send={async (field) => {
          await prove(field('code'));
          onEnd(true);
        }}
      >
        <CodeOrRecoveryCode />
      </AccountForm>
      <PasskeyButton onDone={async () => onEnd(true)} />
      <p>
        <button class="usa-button usa-button--unstyled" type="button" onClick={() => onEnd(false)}>
          Do not do it now
        </button>
      </p>
    </>
  );
}
