/** Who is signed in, and what becomes of that. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { createCalls, type Oneself } from './call.ts';
import type { Refused } from './problem.ts';

export function useSession() {
  const [me, setMe] = useState<Oneself>();
  const [isSignedOut, setSignedOut] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [session, setSession] = useState(0);
  const calls = useMemo(() => createCalls(() => setSignedOut(true)), []);

  const refreshMe = useCallback(async () => {
    const answer = await calls.me();
    if (answer.ok) setMe(answer.value);
    setRefused(answer.ok || answer.refused.status === 401 ? undefined : answer.refused);
  }, [calls]);
  /** Go on with a session that has just begun. */
  const begin = useCallback(async () => {
    await refreshMe();
    setSignedOut(false);
    setSession((count) => count + 1);
  }, [refreshMe]);

  useEffect(() => void refreshMe(), [refreshMe]);
  return { me, isSignedOut, refused, session, calls, refreshMe, begin };
}
