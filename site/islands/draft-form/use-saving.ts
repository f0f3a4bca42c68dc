/**
 * Saves while one types: at once in this browser, a moment later on the server, and again after a lost connection. Answers
 * written elsewhere at other steps are taken over; where this step was changed elsewhere, it stops and shows both.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '#schemas/draft.ts';
import { isSame } from '#site/forms/draft/same.ts';
import { type FormStep, partOf, withPart } from '#site/forms/draft/steps.ts';
import type { FormValues } from '#site/forms/names.ts';
import { browserStorage, dropUnsaved, keepUnsaved } from './mirror.ts';
import { type Saved, saveDraft } from './save.ts';

export type Saving =
  | { is: 'saved'; at: string }
  | { is: 'unsaved' }
  | { is: 'saving' }
  | { is: 'offline' }
  | { is: 'closed' }
  | { is: 'stale' }
  | { is: 'failed'; message: string };

const PAUSE = 1_000;
const RETRY = 5_000;

export function useSaving(opened: Draft, step: FormStep) {
  // What the server has, as far as this page knows. A ref: saves follow each other faster than pages are drawn.
  const stored = useRef(opened);
  const typed = useRef<FormValues>();
  const running = useRef<Promise<boolean>>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [saving, setSaving] = useState<Saving>({ is: 'saved', at: opened.savedAt });
  const [draft, setDraft] = useState(opened);

  const isUnsaved = () =>
    typed.current !== undefined && !isSame(partOf(typed.current, step), partOf(stored.current.values, step));

  const later = (milliseconds: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), milliseconds);
  };

  /** Take note of what stands in the form now. */
  const note = (values: FormValues) => {
    typed.current = values;
    if (!isUnsaved()) return;
    keep();
    setSaving((before) => (before.is === 'stale' || before.is === 'closed' ? before : { is: 'unsaved' }));
    later(PAUSE);
  };

  const keep = () =>
    keepUnsaved(browserStorage(), opened.id, {
      version: stored.current.version,
      step: step.id,
      values: merged(),
    });
  const merged = () => withPart(stored.current.values, step, typed.current ?? {}) as Draft['values'];

  /** Save now. Says whether everything typed is on the server. */
  const flush = (): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current = (running.current ?? Promise.resolve(true)).then(saveOnce);
    return running.current;
  };

  async function saveOnce(): Promise<boolean> {
    if (!isUnsaved()) {
      settled(stored.current.savedAt);
      return true;
    }
    setSaving({ is: 'saving' });
    const sent = merged();
    return settle(await saveDraft(stored.current, sent), sent);
  }

  async function settle(answer: Saved, sent: Draft['values']): Promise<boolean> {
    if (answer.kind === 'saved') {
      const { kind: _, ...saved } = answer;
      replace({ ...stored.current, ...saved, values: sent });
      if (isUnsaved()) later(PAUSE);
      else settled(saved.savedAt);
      return !isUnsaved();
    }
    if (answer.kind === 'stale') return rebase(answer.stored);
    if (answer.kind === 'unreachable') {
      setSaving({ is: 'offline' });
      later(RETRY);
    } else if (answer.kind === 'closed') setSaving({ is: 'closed' });
    else setSaving({ is: 'failed', message: answer.message });
    return false;
  }

  function settled(at: string): void {
    dropUnsaved(browserStorage(), opened.id);
    setSaving({ is: 'saved', at });
  }

  /** Somebody saved elsewhere: other steps are theirs, and this one is ours unless they changed it too. */
  async function rebase(newer: Draft): Promise<boolean> {
    const untouched = isSame(partOf(newer.values, step), partOf(stored.current.values, step));
    replace(newer);
    if (untouched) return saveOnce();
    if (!isUnsaved()) {
      settled(newer.savedAt);
      return true;
    }
    keep();
    setSaving({ is: 'stale' });
    return false;
  }

  function replace(newer: Draft): void {
    stored.current = newer;
    setDraft(newer);
  }

  useEffect(() => {
    const retry = () => void (isUnsaved() && flush());
    const warn = (event: BeforeUnloadEvent) => {
      if (isUnsaved()) event.preventDefault();
    };
    const saveHidden = () => {
      if (document.visibilityState === 'hidden') retry();
    };
    window.addEventListener('online', retry);
    window.addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', saveHidden);
    return () => {
      window.removeEventListener('online', retry);
      window.removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', saveHidden);
    };
  }, []);

  return { draft, saving, note, flush };
}
