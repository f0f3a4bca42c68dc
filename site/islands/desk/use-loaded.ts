/** What a view shows: loaded when it opens and after each sign-in, and again on demand. The old stays until the new is there. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Answer } from './call.ts';
import { useDesk } from './context.ts';
import type { Refused } from './problem.ts';

export type Loaded<T> = {
  value: T | undefined;
  refused: Refused | undefined;
  reload: () => Promise<void>;
  /** Show what was loaded elsewhere. */
  show: (value: T) => void;
};

/** `name` says what is loaded: another name means another thing, and the old one is then no longer shown. */
export function useLoaded<T>(name: string, load: () => Promise<Answer<T>>): Loaded<T> {
  const { session } = useDesk();
  const [held, hold] = useState<{ name: string; value?: T; refused?: Refused }>({ name });

  const reload = useCallback(async () => {
    const answer = await load();
    // Without a session nothing is known to be wrong with what is shown: the person signs in and goes on.
    if (!answer.ok && answer.refused.status === 401) return;
    hold(answer.ok ? { name, value: answer.value } : { name, refused: answer.refused });
  }, [name]);

  useEffect(() => {
    let isCurrent = true;
    load().then((answer) => {
      if (!isCurrent || (!answer.ok && answer.refused.status === 401)) return;
      hold(answer.ok ? { name, value: answer.value } : { name, refused: answer.refused });
    });
    return () => {
      isCurrent = false;
    };
  }, [name, session]);

  const current = held.name === name ? held : { name };
  return {
    value: current.value,
    refused: current.refused,
    reload,
    show: (value) => hold({ name, value }),
  };
}
