/** The offering that this browser keeps, for as long as its form is open. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormValues } from '#site/forms/names.ts';
import type { Kept, Mirror } from '../mirror.ts';
import { keepTyped, openKept, openSent } from './kept-offering.ts';

type Form = {
  /** What stands in the form now. */
  typed: () => FormValues;
  put: (values: FormValues) => void;
  /** The form was sent, and came back. */
  isReturned: boolean;
};

/** `left`: what an earlier visit did not send, put into the form, until it is emptied. */
export function useKept({ typed, put, isReturned }: Form) {
  const mirror = useRef<Mirror>();
  const [left, setLeft] = useState<Kept>();
  useEffect(() => void (isReturned ? takeReturned() : takeLeft()), []);

  const takeLeft = async () => {
    const opened = await openKept(typed);
    mirror.current = opened;
    const found = opened.read();
    setLeft(found);
    if (found) put(found.typed);
    else keepTyped(opened, typed());
  };
  const takeReturned = async () => {
    mirror.current = await openSent();
    keepTyped(mirror.current, typed());
  };
  return {
    left,
    keep: (values: FormValues, sent?: FormValues) =>
      mirror.current && keepTyped(mirror.current, values, sent),
    forgetLeft: () => setLeft(undefined),
  };
}
