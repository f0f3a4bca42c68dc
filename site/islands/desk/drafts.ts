/**
 * What is typed at the desk, by form, for as long as the page is open. It is kept in memory and nowhere else: the texts of
 * a review do not belong on the disk of whatever machine somebody uses.
 */
import { useEffect, useReducer } from 'preact/hooks';
import type { FormValues } from '#site/forms/names.ts';

/** `began`: the revision that was shown when the typing began, where the form is about one. */
type Draft = { values: FormValues; began: number | undefined };
/** By the name of the form: `<id of the submission>/<action>`, or the form’s own. */
export type Drafts = Map<string, Draft>;

/** The values of one form: what was typed, else `start`. `revision` is the one that is shown now. */
export function useTyped(drafts: Drafts, name: string, start: FormValues, revision?: number) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const type = (values: FormValues) => {
    drafts.set(name, { values, began: drafts.get(name)?.began ?? revision });
    draw(undefined);
  };
  const forget = () => {
    drafts.delete(name);
    draw(undefined);
  };
  return { values: drafts.get(name)?.values ?? start, type, forget };
}

/** Let the browser ask before the page is closed while something typed has not been sent. */
export function useWarningBeforeLoss(drafts: Drafts): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (drafts.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [drafts]);
}

/** All text of a form, in order, for somebody who can no longer send it and wants to copy it. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
