/**
 * Names of form fields. A name is the path of the field into the JSON body, as qs reads it: `content.lessons[0].lesson`.
 * An issue of the API gives the same path with dots alone: `content.lessons.0.lesson`.
 */

/** What a form holds while it is typed: text in the shape of the body. Nothing of it is checked, so it is read by name. */
export type FormValues = { readonly [key: string]: unknown };

type Key = string | number;

const keysOf = (name: string): Key[] =>
  name
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/** The field name of an issue's path: `content.lessons.0.lesson` is `content.lessons[0].lesson`. */
export const nameOfPath = (path: string) => path.replace(/\.(\d+)(?=\.|$)/g, '[$1]');

/** The id of a field's element, which the error summary links to. */
export const idOf = (name: string) => name.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '');

const isObject = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Read what stands at `name`, or `undefined`. Never reads what is inherited. */
export function valueAt(values: FormValues, name: string): unknown {
  let value: unknown = values;
  for (const key of keysOf(name)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The same values with `value` at `name`. Missing objects and rows on the way are made. */
export function withValueAt(values: FormValues, name: string, value: unknown): FormValues {
  const changed = put(values, keysOf(name), value);
  return isObject(changed) ? changed : values;
}

function put(into: unknown, [key, ...rest]: Key[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const rows: unknown[] = Array.isArray(into) ? [...into] : [];
    rows[key] = put(rows[key], rest, value);
    return Array.from(rows);
  }
  const fields = isObject(into) ? into : {};
  return { ...fields, [key]: put(Object.hasOwn(fields, key) ? fields[key] : undefined, rest, value) };
}

/** Text to print in a field: only text is printed, whatever else was sent in its place. */
export function textAt(values: FormValues, name: string): string {
  const value = valueAt(values, name);
  return typeof value === 'string' ? value : '';
}
