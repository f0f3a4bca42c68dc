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

  const take = (answer: Answer<T>) => {
    if (answer.ok) hold({ name, value: answer.value });
    // Without a session nothing is known to be wrong with what is shown: the person signs in and goes on.
    else if (answer.refused.status !== 401) hold({ name, refused: answer.refused });
  };
  const reload = useCallback(async () => take(await load()), [name]);

  useEffect(() => {
    let isCurrent = true;
    load().then((answer) => isCurrent && take(answer));
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
