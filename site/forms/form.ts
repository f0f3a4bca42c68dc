/** What every field of a form reads: the values, the issues, and whether scripts run. Given once, at the form. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Issue } from '#schemas/problem.ts';
import { type FormValues, idOf, nameOfPath, textAt } from './names.ts';

export type Form = {
  values: FormValues;
  issues: readonly Issue[];
  /** Hydrated: characters are counted as they are typed, and questions that do not apply are hidden. */
  enhanced: boolean;
  /** Begins the ids of the fields where a page holds several forms that ask for the same name. */
  scope?: string | undefined;
  /** Where the form goes, if the page that answers it holds more: a button that asks for it again then leads to its place. */
  action?: string | undefined;
};

export const FormContext = createContext<Form>({ values: {}, issues: [], enhanced: false });

export const useForm = (): Form => useContext(FormContext);

/** The id of the element of the field `name`, which labels, messages and the error summary point at. */
export const idIn = ({ scope }: Form, name: string) => (scope ? `${scope}-${idOf(name)}` : idOf(name));

/** The address of a button that asks for the form again, to come back to `name`; the form’s own where it is a page alone. */
export const againAt = (form: Form, name: string) => form.action && `${form.action}#${idIn(form, name)}`;

/** One step of a reference process, as the form offers it: `process` is the title under which it is grouped. */
export type OfferedStep = { id: string; name: string; process: string };

export type FieldFacts = {
  id: string;
  text: string;
  /** What the reader should do about this field, if anything. */
  message: string | undefined;
};

export function useField(name: string): FieldFacts {
  const form = useForm();
  const message = form.issues.find(({ path }) => nameOfPath(path) === name)?.message;
  return { id: idIn(form, name), text: textAt(form.values, name), message };
}

/** The hint and the message of a field, as `aria-describedby` names them. */
export const describedBy = (id: string, parts: { hint?: unknown; message?: unknown; count?: unknown }) =>
  Object.entries(parts)
    .filter(([, present]) => Boolean(present))
    .map(([part]) => `${id}-${part}`)
    .join(' ') || undefined;

/** Rows may stay empty, so only fields outside of them can be demanded by the browser itself. */
export const isDemanded = (name: string, required: boolean | undefined) =>
  required === true && !name.includes('[');
