/** Who is signed in, and what becomes of that. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { createCalls, type Oneself } from './call.ts';
import type { Refused } from './problem.ts';

export function useSession() {
  const [me, setMe] = useState<Oneself>();
  const [isSignedOut, setSignedOut] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [session, setSession] = useState(0);
  const { prove, endProof } = useProof();
  const calls = useMemo(() => createCalls(() => setSignedOut(true), prove), [prove]);

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
  return { me, isSignedOut, refused, session, calls, refreshMe, begin, endProof };
}

/** Asking for a second factor again: `endProof` is there while the person is asked, and says whether they showed it. */
function useProof() {
  const [asked, setAsked] = useState<{ end: (isProven: boolean) => void }>();
  // Of several calls that need it at once, all wait for the one answer.
  const pending = useRef<Promise<boolean> | undefined>(undefined);
  const prove = useCallback(() => {
    pending.current ??= new Promise<boolean>((end) => setAsked({ end })).finally(() => {
      pending.current = undefined;
      setAsked(undefined);
    });
    return pending.current;
  }, []);
  return { prove, endProof: asked?.end };
}
