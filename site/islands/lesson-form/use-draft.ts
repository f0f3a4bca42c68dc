/** Keeps what is typed in this browser, and offers what an earlier visit left. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormValues } from '#site/forms/names.ts';
import { browserStorage, dropDraft, type KeptDraft, keepDraft, readDraft } from './draft-storage.ts';

const PAUSE = 600;

export type Draft = {
  /** A draft of an earlier visit that waits for a decision. Until then nothing overwrites it. */
  offered: KeptDraft | undefined;
  /** When the form was last kept on this device. */
  keptAt: Date | undefined;
  keep: (values: FormValues) => void;
  /** The offer was taken or turned down. */
  settle: () => void;
  discard: () => void;
};

export function useDraft(): Draft {
  const [offered, setOffered] = useState<KeptDraft>();
  const [keptAt, setKeptAt] = useState<Date>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => setOffered(readDraft(browserStorage())), []);

  const keep = (values: FormValues) => {
    if (offered) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const now = new Date();
      if (keepDraft(browserStorage(), values, now)) setKeptAt(now);
    }, PAUSE);
  };
  const settle = () => setOffered(undefined);
  const discard = () => {
    clearTimeout(timer.current);
    dropDraft(browserStorage());
    setKeptAt(undefined);
    settle();
  };
  return { offered, keptAt, keep, settle, discard };
}
