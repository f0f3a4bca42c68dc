/**
 * The lists of the forms, whose rows can be added and removed. Without scripts, `add` and `remove` are submit buttons and
 * the API answers the form again; with scripts, the island does the same with the same functions.
 */
import { type FormValues, valueAt, withValueAt } from './names.ts';

/** `start`: rows of an empty form. `max`: what the schema takes. `one`: a row, as the buttons call it. */
// biome-ignore format: a table is read by column
export const ROWS = {
  'content.timeline':            { start: 3, max: 30, one: 'event' },
  'content.lessons':             { start: 1, max: 12, one: 'lesson' },
  'content.lessons[].bearings':  { start: 2, max: 8,  one: 'step' },
  'content.vulnerabilities':     { start: 2, max: 30, one: 'CVE' },
  'content.technologies':        { start: 2, max: 20, one: 'technology' },
  'content.postPatchActions':    { start: 2, max: 12, one: 'action' },
  'content.measures':            { start: 1, max: 30, one: 'figure' },
  'content.sources':             { start: 1, max: 30, one: 'source' },
  'content.claims':              { start: 1, max: 20, one: 'claim' },
  'content.roles':               { start: 1, max: 12, one: 'place' },
  'content.instructions':        { start: 1, max: 30, one: 'step' },
} as const satisfies Record<string, { start: number; max: number; one: string }>;
export type RowsName = keyof typeof ROWS;

const isRowsName = (pattern: string): pattern is RowsName => Object.hasOwn(ROWS, pattern);

/**
 * The rule of a list by its name in the form (`content.lessons[3].bearings`), or `undefined` if there is no such list.
 * Indexes have two digits at most, since the API reads 100 rows of a list and no more.
 */
export function rowsRule(name: string) {
  const pattern = name.replace(/\[\d{1,2}\]/g, '[]');
  return isRowsName(pattern) ? ROWS[pattern] : undefined;
}

const rowsAt = (values: FormValues, name: string): readonly unknown[] => {
  const rows = valueAt(values, name);
  return Array.isArray(rows) ? rows : [];
};

/** How many rows to print: those that are there, and no fewer than an empty form has. */
export function rowCount(values: FormValues, name: string): number {
  return Math.max(rowsRule(name)?.start ?? 0, rowsAt(values, name).length);
}

/** One more empty row than the form shows, up to the maximum of the list. */
export function addRow(values: FormValues, name: string): FormValues {
  const rule = rowsRule(name);
  const shown = rowCount(values, name);
  if (!rule || shown >= rule.max) return values;
  const rows = [...rowsAt(values, name)];
  rows[shown] = '';
  return withValueAt(
    values,
    name,
    Array.from(rows, (row) => row ?? ''),
  );
}

/** The form without one row, named by its list and index: `content.lessons[1]`. */
export function removeRow(values: FormValues, row: string): FormValues {
  const [, name, index] = /^(.+)\[(\d{1,2})\]$/.exec(row) ?? [];
  if (name === undefined || !rowsRule(name)) return values;
  return withValueAt(
    values,
    name,
    rowsAt(values, name).filter((_, position) => position !== Number(index)),
  );
}

/** Do what the pressed button asks (`add` or `remove`), or `undefined` if the form was sent by another button. */
export function changeRows({ add, remove, ...values }: FormValues): FormValues | undefined {
  if (typeof add === 'string') return addRow(values, add);
  if (typeof remove === 'string') return removeRow(values, remove);
  return undefined;
}

/** Whether the pressed button asks to see what the form would change, and to send nothing. */
export const looksOver = ({ look }: FormValues): boolean => look === 'changes';
