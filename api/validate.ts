/**
 * Where requests are read: once, strictly, and refused in words that say what to do. A body may be JSON or a form; both
 * are checked by the same schema and reach the handler as the same object. Nothing is trusted before this.
 */
import type { Context, ValidationTargets } from 'hono';
import { resolver, uniqueSymbol, validator } from 'hono-openapi';
import qs from 'qs';
import type { z } from 'zod';
import type { Issue } from '#schemas/problem.ts';
import { checkForm, filledIn, issuesOf } from '#site/forms/check.ts';
import type { FormValues } from '#site/forms/names.ts';
import { changeRows, looksOver } from '#site/forms/rows.ts';
import { AppError } from './errors.ts';

const MOST_FIELDS = 2_000;
const MOST_ROWS = 100;
const DEEPEST = 10;
/** Fields, rows and objects together: more than any form has. */
const MOST_VALUES = 10_000;

const QS = {
  allowDots: true,
  depth: DEEPEST,
  strictDepth: true,
  arrayLimit: MOST_ROWS,
  parameterLimit: MOST_FIELDS,
  throwOnLimitExceeded: true,
} as const;

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];
const JSON_TYPE = /^application\/([\w.-]+\+)?json$/;
/** Names that reach into the prototype of an object, wherever they stand in a path. */
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

const mediaType = (c: Context) => c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';

/** Whether a form was sent, and a page is expected in answer. */
export const isForm = (c: Context): boolean => FORM_TYPES.includes(mediaType(c));
const isJson = (c: Context) => JSON_TYPE.test(mediaType(c));

const invalid = (issues: readonly Issue[]) =>
  new AppError('invalid', 'Some answers need attention.', { issues });
const tooLarge = () => new AppError('too_large', 'This holds more fields than any form here. Send less.');
const unsupported = () => new AppError('unsupported', 'Send JSON (application/json) or a form.');

/** Check one part of a request against its schema. For bodies that may also be forms, use `validateBody`. */
export const validate = <T extends keyof ValidationTargets, S extends z.ZodType>(target: T, schema: S) =>
  validator(target, schema, (result, c) => {
    if (target === 'json' && !isJson(c)) throw unsupported();
    if (!result.success) throw invalid(issuesOf(result.error));
    examine(result.data);
  });

/**
 * Check a body, sent as JSON or as a form (`lessons[0].lesson=…`, ticked boxes as `on`). Read it with `c.req.valid('json')`.
 * Throws `unsupported` for other types, `too_large`, `bad_request` for what cannot be read, and `invalid` with issues.
 */
export function validateBody<S extends z.ZodType>(schema: S) {
  const asJson = validate('json', schema);
  const either: typeof asJson = async (c, next) => {
    if (isForm(c)) {
      c.req.addValidatedData('json', await checkedForm(c, schema));
      return next();
    }
    if (!isJson(c)) throw unsupported();
    examine(await readJson(c));
    return asJson(c, next);
  };
  return Object.assign(either, { [uniqueSymbol]: openApiOf(asJson) });
}

// hono-openapi finds what a middleware validates under this symbol, which its types do not mention.
const openApiOf = (middleware: object): unknown => Reflect.get(middleware, uniqueSymbol);

/** For `describeRoute({ requestBody })`: says that the body may also be sent as a form. */
export const alsoAsForm = (schema: z.ZodType) => ({
  content: Object.fromEntries(FORM_TYPES.map((type) => [type, { schema: resolver(schema) }])),
});

async function checkedForm<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S> & object> {
  const values = await readForm(c);
  examine(values);
  const checked = checkForm(schema, values);
  if (!checked.ok) throw invalid(checked.issues);
  return Object(checked.data);
}

/** The text of the file `name` of a form, or else the body itself. Refuses with `invalid` a form without the file. */
export async function fileOrBody(c: Context, name: string): Promise<string> {
  if (!isForm(c)) return c.req.text();
  const file = (await readFormData(c)).get(name);
  if (file instanceof File && file.size > 0) return file.text();
  throw invalid([{ path: name, message: 'Choose a file first' }]);
}

/** A form as it was sent, blank rows and buttons included. For drafts, which keep what no schema would take yet. */
export async function formAsSent(c: Context): Promise<FormValues> {
  const values = await readForm(c);
  examine(values);
  return values;
}

/** What a form that is answered again prints: the fields as sent, without blank rows, at the indexes that issues name. */
export async function formValues(c: Context): Promise<FormValues> {
  return filledIn(withoutNulls(await readForm(c)));
}

/**
 * What is answered again and not sent, if that is what was asked by the button: the form with a row more or less, or as it
 * is, to be looked over.
 */
export async function redrawn(c: Context): Promise<FormValues | undefined> {
  if (!isForm(c)) return undefined;
  const sent = withoutNulls(await readForm(c));
  return looksOver(sent) ? filledIn(sent) : changeRows(sent);
}

/** Check JSON that came as a field of a form, beside files. Throws like `validateBody`. */
export function checkJson<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  const body = parseJson(text);
  examine(body);
  const result = schema.safeParse(body);
  if (!result.success) throw invalid(issuesOf(result.error.issues));
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('bad_request', 'The field is not valid JSON.');
  }
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new AppError('bad_request', 'The body is not valid JSON.');
  }
}

/** The text fields of a form as nested objects. Files are not read here. */
async function readForm(c: Context): Promise<FormValues> {
  const fields = new URLSearchParams();
  for (const [name, value] of await readFormData(c)) {
    refuseUnsafe(name.split(/[.[\]]+/));
    if (typeof value === 'string') fields.append(name, value);
  }
  try {
    return qs.parse(fields.toString(), QS);
  } catch (error) {
    // qs refuses depth, indexes and the number of fields by a RangeError.
    if (error instanceof RangeError) throw tooLarge();
    throw error;
  }
}

async function readFormData(c: Context): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch {
    throw new AppError('bad_request', 'The form cannot be read.');
  }
}

function refuseUnsafe(names: readonly string[]): void {
  const unsafe = names.find((name) => UNSAFE_NAMES.has(name));
  if (unsafe) throw new AppError('bad_request', `Remove “${unsafe}”: no field can have this name.`);
}

/** Refuse what no schema should have to look at: too much of it, unsafe names, and null characters. */
function examine(body: unknown): void {
  const issues: Issue[] = [];
  const waiting: { value: unknown; path: readonly string[] }[] = [{ value: body, path: [] }];
  for (let seen = 0; ; seen += 1) {
    const next = waiting.pop();
    if (!next) break;
    const { value, path } = next;
    if (seen >= MOST_VALUES || path.length > DEEPEST) throw tooLarge();
    if (hasNull(value)) issues.push({ path: path.join('.'), message: 'Remove the null characters' });
    if (typeof value !== 'object' || value === null) continue;
    refuseUnsafe(Object.keys(value));
    for (const [key, inner] of Object.entries(value)) waiting.push({ value: inner, path: [...path, key] });
  }
  if (issues.length > 0) throw invalid(issues);
}

const hasNull = (value: unknown) => typeof value === 'string' && value.includes('\0');

/** PostgreSQL stores no null characters, and no page can print them. */
function withoutNulls(values: FormValues): FormValues {
  return JSON.parse(JSON.stringify(values), (_, value) =>
    typeof value === 'string' ? value.replaceAll('\0', '') : value,
  );
}
