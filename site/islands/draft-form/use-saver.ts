/** The saver of a step for as long as its page is open: it also saves when a connection is back, and when the page is left or come back to. */
import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { DraftView } from '#site/forms/draft/DraftForm.tsx';
import type { FormStep } from '#site/forms/draft/steps.ts';
import type { FormValues } from '#site/forms/names.ts';
import type { Mirror } from '../mirror.ts';
import { saveDraft } from './save.ts';
import { Saver } from './saver.ts';

/** Draws the page again whenever the progress of the saver has changed. */
export function useSaver(
  { draft, isStale = false }: DraftView,
  step: FormStep,
  typed: FormValues,
  mirror: Mirror,
): Saver {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const saver = useMemo(() => {
    const around = { mirror, save: saveDraft, tell: () => draw(undefined) };
    return new Saver({ draft, step, typed, isStale }, around);
  }, []);
  useEffect(() => listen(saver), []);
  return saver;
}

function listen(saver: Saver): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const warn = (event: BeforeUnloadEvent) => saver.isUnsaved && event.preventDefault();
  const retry = () => void saver.retry();
  window.addEventListener('online', retry, { signal });
  window.addEventListener('beforeunload', warn, { signal });
  document.addEventListener('visibilitychange', retry, { signal });
  return () => listening.abort();
}
