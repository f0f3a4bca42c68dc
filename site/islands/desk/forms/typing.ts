/** Lets a part of a desk form change what stands in the form, as if it were typed. Given by the form. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FormValues } from '#site/forms/names.ts';

export const TypingContext = createContext<((values: FormValues) => void) | undefined>(undefined);

export function useTyping(): (values: FormValues) => void {
  const type = useContext(TypingContext);
  if (!type) throw new Error('This belongs inside a form of the desk');
  return type;
}
