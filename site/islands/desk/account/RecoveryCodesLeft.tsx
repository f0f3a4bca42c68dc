/** How many recovery codes are left, and making new ones, which ends the old. */
import { useState } from 'preact/hooks';
import { AccountForm } from '../../sign-in/AccountForm.tsx';
import { Refused } from '../../sign-in/calls.ts';
import { Field } from '../../sign-in/Field.tsx';
import { RecoveryCodes } from '../../sign-in/RecoveryCodes.tsx';
import { useDesk } from '../context.ts';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import { useLoaded } from '../use-loaded.ts';

/** With fewer, somebody who loses the phone is soon locked out. */
const FEW = 3;

export function RecoveryCodesLeft({ onChanged }: { onChanged: () => void }) {
  const { calls, say } = useDesk();
  const codes = useLoaded('recovery codes', calls.recoveryCodes);
  const [made, setMade] = useState<readonly string[]>();
  const stored = async () => {
    setMade(undefined);
    await codes.reload();
    say('Your new recovery codes hold. The old ones let nobody in any more.');
    onChanged();
  };
  if (made) return <RecoveryCodes codes={made} onStored={stored} />;
  return (
    <>
      {codes.refused && <RefusedAlert refused={codes.refused} />}
      {codes.value && <p>{leftWords(codes.value.left)}</p>}
      <details>
        <summary>Make new recovery codes</summary>
        <AccountForm
          button="Make new codes"
          send={async (field) => {
            const answer = await calls.renewRecoveryCodes(field('password'));
            if (!answer.ok) throw new Refused(answer.refused);
            setMade(answer.value.backupCodes);
          }}
        >
          <Field kind="password" name="password" label="Your password" />
        </AccountForm>
      </details>
    </>
  );
}

const leftWords = (left: number) =>
  `${left === 1 ? 'One recovery code is' : `${left} recovery codes are`} left. ${left <= FEW ? 'Make new ones soon.' : ''}`.trim();
