/** The lists of the desk’s forms: those of the lesson form, and the desk’s own. */
import { type FormValues, valueAt, withValueAt } from '#site/forms/names.ts';
import { changeRows } from '#site/forms/rows.ts';

/** `max`: what the schema takes. */
const OWN = {
  requests: { start: 1, max: 20 },
  ties: { start: 0, max: 50 },
} as const satisfies Record<string, { start: number; max: number }>;
export type OwnRows = keyof typeof OWN;
export const isFull = (name: OwnRows, count: number) => count >= OWN[name].max;

const isOwn = (name: string): name is OwnRows => Object.hasOwn(OWN, name);
const rowsAt = (values: FormValues, name: string): readonly unknown[] => {
  const rows = valueAt(values, name);
  return Array.isArray(rows) ? rows : [];
};
export const ownRowCount = (values: FormValues, name: OwnRows) =>
  Math.max(OWN[name].start, rowsAt(values, name).length);

/** Do what a pressed `add` or `remove` asks for; `undefined` if the form was sent by another button. */
export function changeRowsOf(typed: FormValues): FormValues | undefined {
  const { add, remove, ...values } = typed;
  if (typeof add === 'string' && isOwn(add)) return withOneMore(values, add);
  const [, list = '', index = ''] = /^(\w+)\[(\d+)\]$/.exec(typeof remove === 'string' ? remove : '') ?? [];
  if (!isOwn(list)) return changeRows(typed);
  const kept = rowsAt(values, list).filter((_, position) => position !== Number(index));
  return withValueAt(values, list, kept);
}

function withOneMore(values: FormValues, name: OwnRows): FormValues {
  const count = ownRowCount(values, name);
  if (isFull(name, count)) return values;
  const rows = Array.from({ length: count + 1 }, (_, position) => rowsAt(values, name)[position] ?? '');
  return withValueAt(values, name, rows);
}

/** Finds an element that may not be there yet. */
export type Focusable = (() => HTMLElement | null | undefined) | undefined;

/** The first field of the row that was added, or the list from which one was removed. */
export function rowToFocus({ add, remove }: FormValues, form: HTMLFormElement): Focusable {
  const list = String(add ?? remove).replace(/\[\d+\]$/, '');
  const controls = () =>
    [...form.querySelectorAll<HTMLElement>('input, select, textarea')].filter((control) =>
      control.getAttribute('name')?.startsWith(`${list}[`),
    );
  const button = () => form.querySelector<HTMLElement>(`button[value="${CSS.escape(list)}"]`);
  if (add === undefined) return button;
  const rowOf = (control: HTMLElement) =>
    Number(
      control
        .getAttribute('name')
        ?.slice(list.length + 1)
        .split(']')[0],
    );
  return () => {
    const all = controls();
    const last = Math.max(...all.map(rowOf));
    return all.find((control) => rowOf(control) === last);
  };
}
