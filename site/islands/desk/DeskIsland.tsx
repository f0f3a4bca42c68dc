/** The review desk: who is signed in, and what they look at. The only island of its page. */
import type { ComponentChildren } from 'preact';
import type { OfferedStep } from '#site/forms/form.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import { Enrol } from '../sign-in/Enrol.tsx';
import { SignIn } from '../sign-in/SignIn.tsx';
import { RefusedAlert } from './forms/RefusedAlert.tsx';
import { OpenDesk } from './OpenDesk.tsx';
import { ProveYourself } from './ProveYourself.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import { useSession } from './use-session.ts';

type Props = { steps: readonly OfferedStep[]; choices: OfferChoices };

export function DeskIsland({ steps, choices }: Props) {
  const session = useSession();
  const { me, isSignedOut, refused, begin, refreshMe, endProof } = session;
  if (!me) {
    if (isSignedOut)
      return (
        <Titled>
          <SignIn onDone={begin} />
        </Titled>
      );
    if (!refused)
      return (
        <Titled>
          <p role="status">Loading …</p>
        </Titled>
      );
    return (
      <Titled>
        <RefusedAlert refused={refused} />
      </Titled>
    );
  }
  if (me.mustEnrol)
    return (
      <Titled>
        <Enrol onDone={refreshMe} />
      </Titled>
    );
  return (
    <>
      {isSignedOut && <SignInAgain email={me.email} onDone={begin} />}
      {!isSignedOut && endProof && <ProveYourself onEnd={endProof} />}
      <div hidden={isSignedOut || endProof !== undefined}>
        <OpenDesk key={me.id} me={me} session={session} steps={steps} choices={choices} />
      </div>
    </>
  );
}

const Titled = ({ children }: { children: ComponentChildren }) => (
  <>
    <h1>Review desk</h1>
    {children}
  </>
);
