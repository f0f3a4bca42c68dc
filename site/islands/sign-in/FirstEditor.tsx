/** The first editor makes an account by the link that the console shows, then signs in and sets up a second factor. */
import { useState } from 'preact/hooks';
import { AccountForm } from './AccountForm.tsx';
import { makeFirstEditor } from './calls.ts';
import { Field } from './Field.tsx';
import { SignIn } from './SignIn.tsx';
import { useToken } from './use-token.ts';

export function FirstEditor() {
  const token = useToken();
  const [made, setMade] = useState(false);

  if (made)
    return (
      <>
        <p role="status">Your account is made, and the link is used up. Sign in.</p>
        <SignIn />
      </>
    );
  if (token === '') return <p>This link is incomplete. Copy all of it from the console.</p>;
  return (
    <AccountForm
      button="Make the account"
      send={async (field) => {
        const [name, email, password] = [field('name'), field('email'), field('password')];
        await makeFirstEditor({ token: token ?? '', name, email, password });
        setMade(true);
      }}
    >
      <Field kind="name" name="name" label="Your name" />
      <Field kind="email" name="email" label="E-mail address" />
      <Field
        kind="newPassword"
        name="password"
        label="Choose a password"
        hint="At least 12 characters. Several words are easier to keep than signs."
      />
    </AccountForm>
  );
}
