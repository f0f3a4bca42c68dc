/**
 * From the values of a form to what the schema makes of them, with issues at the fields. The API and the browser both
 * check by this, so that they say the same.
 */
import { coerceFormValue } from '@conform-to/zod/v4/future';
import { z } from 'zod';
import type { Issue } from '#schemas/problem.ts';
import type { FormValues } from './names.ts';

/** An empty field was not filled in, and neither was a row of empty fields. Indexes shift: print what this returns. */
export function filledIn(values: FormValues): FormValues {
  const kept = filled(values);
  return isObject(kept) ? kept : {};
}

const isObject = (value: unknown): value is FormValues =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function filled(value: unknown): unknown {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return undefined;
  if (Array.isArray(value)) {
    const rows = value.map(filled).filter((row) => row !== undefined);
    return rows.length > 0 ? rows : undefined;
  }
  if (!isObject(value)) return value;
  const kept = Object.entries(value)
    .map(([key, field]) => [key, filled(field)] as const)
    .filter(([, field]) => field !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/**
 * Leave out answers to questions that the chosen alternative of a union does not ask, such as the name of an
 * organization that stays anonymous. Keys that no alternative knows stay, and the schema refuses them.
 */
export function askedOnly(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodObject && isObject(value)) return askedOfObject(schema.shape, value);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((row) => askedOnly(schema.element, row));
  if (schema instanceof z.ZodDiscriminatedUnion && isObject(value)) return askedOfUnion(schema, value);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
  )
    return askedOnly(schema.unwrap(), value);
  return value;
}

const askedOfObject = (shape: z.core.$ZodShape, value: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      const asked = Object.hasOwn(shape, key) ? shape[key] : undefined;
      return [key, asked ? askedOnly(asked, field) : field];
    }),
  );

function askedOfUnion(union: z.ZodDiscriminatedUnion, value: FormValues): unknown {
  const { discriminator } = union.def;
  const chosen = union.options.find((option) => takes(option, discriminator, value[discriminator]));
  if (!chosen) return value;
  const known = keysOf(union);
  const own = keysOf(chosen);
  const asked = Object.entries(value).filter(([key]) => own.has(key) || !known.has(key));
  return askedOnly(chosen, Object.fromEntries(asked));
}

/** Whether an alternative, which may be a union itself, is the one for this value of the discriminator. */
function takes(option: z.core.$ZodType, discriminator: string, value: unknown): boolean {
  if (option instanceof z.ZodDiscriminatedUnion)
    return option.options.some((inner) => takes(inner, discriminator, value));
  const tag = option instanceof z.ZodObject ? option.shape[discriminator] : undefined;
  if (tag instanceof z.ZodOptional) return value === undefined || takesLiteral(tag.unwrap(), value);
  return takesLiteral(tag, value);
}

const takesLiteral = (tag: unknown, value: unknown) =>
  tag instanceof z.ZodLiteral && tag.values.has(value as string);

/** The keys of an object, or of every alternative of a union. */
function keysOf(schema: z.core.$ZodType): ReadonlySet<string> {
  if (schema instanceof z.ZodDiscriminatedUnion)
    return new Set(schema.options.flatMap((option) => [...keysOf(option)]));
  return new Set(schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
}

export type Checked<T> = { ok: true; data: T } | { ok: false; issues: Issue[] };

/** Check the values of a form (text, ticked boxes as `on`) against the schema of the JSON body. */
export function checkForm<S extends z.ZodType>(schema: S, values: FormValues): Checked<z.output<S>> {
  const result = coerceFormValue(schema).safeParse(askedOnly(schema, filledIn(values)));
  return result.success
    ? { ok: true, data: result.data }
    : { ok: false, issues: issuesOf(result.error.issues) };
}

/** An issue as zod or any other Standard Schema reports it. */
type Reported = {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
};

const MOST_UNKNOWN = 20;
const LONGEST_KEY = 60;

/** Issues with dotted paths. Unknown keys become one issue each, at the key. */
export function issuesOf(reported: readonly Reported[]): Issue[] {
  return reported.flatMap((issue) => {
    const path = (issue.path ?? []).map((key) => String(typeof key === 'object' ? key.key : key));
    if (!('keys' in issue) || !Array.isArray(issue.keys))
      return [{ path: path.join('.'), message: issue.message }];
    return issue.keys.slice(0, MOST_UNKNOWN).map((key) => ({
      path: [...path, String(key).slice(0, LONGEST_KEY)].join('.'),
      message: 'Remove this: nothing of this name is asked here',
    }));
  });
}
