/** Ends the session. What is typed and not sent goes with it. */
import { useState } from 'preact/hooks';
import { useDesk } from '../context.ts';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import type { Refused } from '../problem.ts';

export function SignOut() {
  const { calls, drafts } = useDesk();
  const [refused, setRefused] = useState<Refused>();
  const leave = async () => {
    const answer = await calls.signOut();
    if (!answer.ok && answer.refused.status !== 401) return setRefused(answer.refused);
    drafts.clear();
    location.reload();
  };
  return (
    <section aria-labelledby="sign-out">
      <h2 id="sign-out">Sign out</h2>
      {refused && <RefusedAlert refused={refused} />}
      <p>Texts that you typed and did not send are gone then.</p>
      <button class="usa-button usa-button--outline" type="button" onClick={leave}>
        Sign out
      </button>
    </section>
  );
}
