/** Set up the second factor: an app for codes, proved by a code of it, then recovery codes that are shown this once. */
import { useState } from 'preact/hooks';
import { AccountForm } from './AccountForm.tsx';
import { beginEnrolment, enterCode } from './calls.ts';
import { Field } from './Field.tsx';
import { QrCode } from './QrCode.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

type Props = {
  /** Known where somebody just signed in with it; otherwise it is asked for. */
  password?: string | undefined;
  onDone: () => void;
};
type Begun = Awaited<ReturnType<typeof beginEnrolment>>;

export function Enrol({ password, onDone }: Props) {
  const [begun, setBegun] = useState<Begun>();
  const [proved, setProved] = useState(false);

  if (!begun) return <Begin password={password} onBegun={setBegun} />;
  if (!proved) return <Prove uri={begun.totpURI} onProved={() => setProved(true)} />;
  return <RecoveryCodes codes={begun.backupCodes} onStored={onDone} />;
}

const Begin = ({ password, onBegun }: { password: string | undefined; onBegun: (begun: Begun) => void }) => (
  <>
    <h2>Set up a second factor</h2>
    <p>
      Decisions of the desk need more than a password. Have an app for one-time codes at hand, on your phone
      or in your password manager.
    </p>
    <AccountForm
      follows
      button="Set it up"
      send={async (field) => onBegun(await beginEnrolment(password ?? field('password')))}
    >
      {password === undefined && <Field kind="password" name="password" label="Your password" />}
    </AccountForm>
  </>
);

const Prove = ({ uri, onProved }: { uri: string; onProved: () => void }) => (
  <>
    <h2>Scan this with the app</h2>
    <QrCode text={uri} label="QR code for the app; the key below says the same" />
    <p>
      Or type this key into the app: <code class="manual-key">{manualKey(uri)}</code>
    </p>
    <AccountForm
      follows
      button="Check the code"
      send={async (field) => {
        await enterCode(field('code'));
        onProved();
      }}
    >
      <Field kind="code" name="code" label="Code" hint="The six digits that the app shows now" />
    </AccountForm>
  </>
);

/** The key that the QR code holds, in groups of four to be typed. */
export function manualKey(uri: string): string {
  const key = new URL(uri).searchParams.get('secret') ?? '';
  return key.match(/.{1,4}/g)?.join(' ') ?? '';
}
