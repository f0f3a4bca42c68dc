/** Sign in: by a passkey; or password, then a code of the app or a recovery code, then the second factor where it is missing. */
import { useState } from 'preact/hooks';
import { PATHS } from '#site/paths.ts';
import { AccountForm } from './AccountForm.tsx';
import { askForLink, enterCode, enterRecoveryCode, mustEnrol, signIn } from './calls.ts';
import { Enrol } from './Enrol.tsx';
import { Field } from './Field.tsx';
import { PasskeyButton } from './PasskeyButton.tsx';

type Step =
  | { at: 'password' | 'code' | 'recovery code' | 'forgotten' | 'link sent' }
  | { at: 'enrolment'; password: string | undefined };

const openDesk = async () => location.assign(PATHS.desk);

/** `onDone`: what follows, once somebody is signed in with all that the desk asks for. Without it the desk is opened. */
export function SignIn({ onDone = openDesk }: { onDone?: () => Promise<void> }) {
  const [step, setStep] = useState<Step>({ at: 'password' });
  const go = (at: Exclude<Step['at'], 'enrolment'>) => () => setStep({ at });
  async function enter(password?: string) {
    if (!(await mustEnrol())) return onDone();
    setStep({ at: 'enrolment', password });
  }

  switch (step.at) {
    case 'password':
      return <Password onCode={go('code')} onSession={enter} onForgotten={go('forgotten')} />;
    case 'code':
      return <Code onSession={enter} onWithout={go('recovery code')} onAgain={go('password')} />;
    case 'recovery code':
      return <RecoveryCode onSession={enter} onAgain={go('password')} />;
    case 'forgotten':
      return <Forgotten onSent={go('link sent')} />;
    case 'link sent':
      return (
        <p role="status">
          If somebody at the desk has this address, a letter with a link is on its way to it.
        </p>
      );
    case 'enrolment':
      return <Enrol password={step.password} onDone={onDone} />;
  }
}

type Next = () => void;
type OnSession = (password?: string) => Promise<void>;

const Password = ({
  onCode,
  onSession,
  onForgotten,
}: {
  onCode: Next;
  onSession: OnSession;
  onForgotten: Next;
}) => (
  <>
    <AccountForm
      button="Sign in"
      send={async (field) => {
        const password = field('password');
        if (await signIn(field('email'), password)) return onCode();
        await onSession(password);
      }}
    >
      <Field kind="email" name="email" label="E-mail address" />
      <Field kind="password" name="password" label="Password" />
    </AccountForm>
    <PasskeyButton onDone={onSession} />
    <Instead onClick={onForgotten}>I forgot my password</Instead>
  </>
);

const Code = ({
  onSession,
  onWithout,
  onAgain,
}: {
  onSession: OnSession;
  onWithout: Next;
  onAgain: Next;
}) => (
  <>
    <AccountForm
      follows
      button="Continue"
      send={async (field) => {
        await enterCode(field('code'));
        await onSession();
      }}
    >
      <Field kind="code" name="code" label="Code" hint="The six digits that your app shows now" />
    </AccountForm>
    <Instead onClick={onWithout}>Use a recovery code</Instead>
    <Instead onClick={onAgain}>Begin again</Instead>
  </>
);

const RecoveryCode = ({ onSession, onAgain }: { onSession: OnSession; onAgain: Next }) => (
  <>
    <AccountForm
      follows
      button="Continue"
      send={async (field) => {
        await enterRecoveryCode(field('code'));
        await onSession();
      }}
    >
      <Field
        kind="recoveryCode"
        name="code"
        label="Recovery code"
        hint="One of those you stored when you set up the app. Each works once."
      />
    </AccountForm>
    <Instead onClick={onAgain}>Begin again</Instead>
  </>
);

const Forgotten = ({ onSent }: { onSent: Next }) => (
  <AccountForm
    follows
    button="Mail me a link"
    send={async (field) => {
      await askForLink(field('email'));
      onSent();
    }}
  >
    <Field kind="email" name="email" label="E-mail address" />
  </AccountForm>
);

const Instead = ({ onClick, children }: { onClick: Next; children: string }) => (
  <p>
    <button class="usa-button usa-button--unstyled" type="button" onClick={onClick}>
      {children}
    </button>
  </p>
);
