/** Whether a second factor is set up, and setting it up. */
import { useState } from 'preact/hooks';
import { Enrol } from '../../sign-in/Enrol.tsx';
import { useDesk } from '../context.ts';
import { RecoveryCodesLeft } from './RecoveryCodesLeft.tsx';

export function SecondFactor({ onSetUp }: { onSetUp: () => void }) {
  const { me, refreshMe, say } = useDesk();
  const [isEnrolling, setEnrolling] = useState(false);
  const done = async () => {
    setEnrolling(false);
    await refreshMe();
    say('Your second factor is set up.');
    onSetUp();
  };
  if (isEnrolling) return <Enrol onDone={done} />;
  return (
    <section aria-labelledby="second-factor">
      <h2 id="second-factor">Second factor</h2>
      {me.secondFactor ? (
        <>
          <p>
            It is set up. Each sign-in asks for a code of your app, or for one of the recovery codes that you
            stored.
          </p>
          <RecoveryCodesLeft onChanged={onSetUp} />
        </>
      ) : (
        <>
          <p>None is set up. Decisions need one wherever the desk can be reached from other machines.</p>
          <button class="usa-button" type="button" onClick={() => setEnrolling(true)}>
            Set up a second factor
          </button>
        </>
      )}
    </section>
  );
}
