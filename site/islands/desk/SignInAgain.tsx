/**
 * The session has ended while somebody worked. The desk stays behind this form as it was, so nothing that was typed is lost.
 * The name is known, so only the password and the code are asked for.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { AccountForm } from '../sign-in/AccountForm.tsx';
import { enterCode, enterRecoveryCode, signIn } from '../sign-in/calls.ts';
import { CodeOrRecoveryCode, Field } from '../sign-in/Field.tsx';
import { PasskeyButton } from '../sign-in/PasskeyButton.tsx';

type Props = { email: string; onDone: () => Promise<void> };

export function SignInAgain({ email, onDone }: Props) {
  const [step, setStep] = useState<'password' | 'code'>('password');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [step]);
  return (
    <>
      <h1 class="desk-heading" tabIndex={-1} ref={heading}>
        Sign in again
      </h1>
      <p>Your session has ended. What you typed is kept and will be there when you are back.</p>
      {step === 'password' ? (
        <Password email={email} onSession={onDone} onCode={() => setStep('code')} />
      ) : (
        <Code onSession={onDone} />
      )}
      <PasskeyButton onDone={onDone} />
    </>
  );
}

type PasswordProps = { email: string; onSession: () => Promise<void>; onCode: () => void };

const Password = ({ email, onSession, onCode }: PasswordProps) => (
  <AccountForm
    button="Sign in"
    send={async (field) => {
      if (await signIn(email, field('password'))) return onCode();
      await onSession();
    }}
  >
    <p>
      As <strong>{email}</strong>
    </p>
    <Field kind="password" name="password" label="Password" />
  </AccountForm>
);

const SIX_DIGITS = /^\s*\d{3}\s*\d{3}\s*$/;

const Code = ({ onSession }: { onSession: () => Promise<void> }) => (
  <AccountForm
    button="Continue"
    send={async (field) => {
      const code = field('code');
      await (SIX_DIGITS.test(code) ? enterCode(code) : enterRecoveryCode(code));
      await onSession();
    }}
  >
    <CodeOrRecoveryCode />
  </AccountForm>
);
