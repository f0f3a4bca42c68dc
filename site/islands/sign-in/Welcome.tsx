/** Choose a password by the link of a letter, then sign in with it. */
import { useState } from 'preact/hooks';
import { AccountForm } from './AccountForm.tsx';
import { choosePassword } from './calls.ts';
import { Field } from './Field.tsx';
import { SignIn } from './SignIn.tsx';
import { useToken } from './use-token.ts';

export function Welcome() {
  const token = useToken();
  const [chosen, setChosen] = useState(false);

  if (chosen)
    return (
      <>
        <p role="status">Your password is set. Sign in with it.</p>
        <SignIn />
      </>
    );
  if (token === '') return <p>This link is incomplete. Copy all of it from the letter.</p>;
  return (
    <AccountForm
      button="Set the password"
      send={async (field) => {
        await choosePassword(token ?? '', field('newPassword'));
        setChosen(true);
      }}
    >
      <Field
        kind="newPassword"
        name="newPassword"
        label="Choose a password"
        hint="At least 12 characters. Several words are easier to keep than signs."
      />
    </AccountForm>
  );
}
