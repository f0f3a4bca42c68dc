/** One’s own account: ties, second factor, passkeys, sessions, signing out. */
import { useState } from 'preact/hooks';
import { useDesk } from '../context.ts';
import { Heading } from '../Heading.tsx';
import { ROLE_WORDS } from '../words.ts';
import { Passkeys } from './Passkeys.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { Sessions } from './Sessions.tsx';
import { SignOut } from './SignOut.tsx';
import { Ties } from './Ties.tsx';

export function Account() {
  const { me } = useDesk();
  const [changes, setChanges] = useState(0);
  const changed = () => setChanges((count) => count + 1);
  return (
    <>
      <Heading after={changes}>Your account</Heading>
      <p>
        {me.name}, {me.email}. {me.roles.map((role) => ROLE_WORDS[role].name).join(', ')}.
      </p>
      <Ties onSaved={changed} />
      <SecondFactor onSetUp={changed} />
      <Passkeys onChanged={changed} />
      <Sessions onChanged={changed} />
      <SignOut />
    </>
  );
}
