/** Where the focus goes after something was added, removed or refused. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type FormValues, idOf } from '#site/forms/names.ts';
import { rowCount } from '#site/forms/rows.ts';

/** The first field of a row that was added, or the list from which one was removed. */
export function rowToFocus({ add, remove, ...values }: FormValues): HTMLElement | null {
  if (typeof remove === 'string') return document.getElementById(idOf(remove.replace(/\[\d+\]$/, '')));
  const row = `${add}[${rowCount(values, String(add))}]`;
  return document.querySelector<HTMLElement>(`[name="${CSS.escape(row)}"], [name^="${CSS.escape(row)}."]`);
}

/** The first field that one can see in a form. */
export const firstField = (formId: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(
    `#${CSS.escape(formId)} :is(input:not([type='hidden']), textarea, select)`,
  );

type Target = () => HTMLElement | null;

/** Moves the focus to what only the next render will have made. */
export function useFocusAfterRender() {
  const target: RefObject<Target> = useRef<Target>(null);
  const [, render] = useState(0);
  useLayoutEffect(() => {
    target.current?.()?.focus();
    target.current = null;
  });
  return {
    on: (element: Target) => {
      target.current = element;
      render((count) => count + 1);
    },
  };
}
