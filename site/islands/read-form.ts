/** What stands in the form now, in the shape of the body. */
import { type FormValues, valueAt, withValueAt } from '#site/forms/names.ts';

/** Read the form as a browser would send it. `submitter` is the button that was pressed, if one was. */
export function readForm(form: HTMLFormElement, submitter: HTMLElement | null = null): FormValues {
  let values: FormValues = {};
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value !== 'string') continue;
    values = name.endsWith('[]')
      ? withOneMore(values, name.slice(0, -2), value)
      : withValueAt(values, name, value);
  }
  return values;
}

/** What stands in the form of this id, also what was typed before the scripts came: hydration must not empty it. */
export function typedSoFar(id: string): FormValues {
  if (typeof document === 'undefined') return {};
  const form = document.getElementById(id);
  return form instanceof HTMLFormElement ? readForm(form) : {};
}

function withOneMore(values: FormValues, name: string, value: string): FormValues {
  const before = valueAt(values, name);
  return withValueAt(values, name, [...(Array.isArray(before) ? before : []), value]);
}
