/** An offering as a JSON file: read by its schema, and written for a colleague or for the next version. Pure. */
import { offeringContent } from '#schemas/offering.ts';
import type { Issue } from '#schemas/problem.ts';
import { checkForm, filledIn, issuesOf } from '#site/forms/check.ts';
import type { FormValues } from '#site/forms/names.ts';
import { schemaFile } from '#site/paths.ts';

/** `issues`: what the file leaves open or has wrong, at the fields of the form. It can be shown all the same. */
export type Imported =
  | { ok: true; content: FormValues; issues: readonly Issue[] }
  | { ok: false; message: string };

/** Characters. An offering at the limits of its schema takes about a third of it. */
const LONGEST = 1_000_000;
const SCHEMA = '$schema';

export function readOffering(text: string): Imported {
  if (text.length > LONGEST) return { ok: false, message: 'This file is too long for an offering.' };
  const { [SCHEMA]: _, ...content } = mappingOf(text) ?? { [SCHEMA]: undefined };
  if (Object.keys(content).length === 0)
    return {
      ok: false,
      message: 'This file holds no offering as JSON. Export one here to see how it looks.',
    };
  const checked = offeringContent.safeParse(content);
  if (checked.success) return { ok: true, content: checked.data, issues: [] };
  const unknown = checked.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [],
  );
  if (unknown.length > 0)
    return {
      ok: false,
      message: `An offering has no “${unknown.join('”, “')}”. Take it out of the file, then import it again.`,
    };
  const issues = issuesOf(checked.error.issues).map(({ path, message }) => ({
    path: path === '' ? 'content' : `content.${path}`,
    message,
  }));
  return { ok: true, content, issues };
}

function mappingOf(text: string): FormValues | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : undefined;
  } catch {
    return undefined;
  }
}

export type Exported = { name: string; text: string; missing: number };

/** What was typed of the offering, without contacts and consent. `missing`: answers that still need attention. */
export function offeringFile(content: FormValues, origin: string): Exported {
  const checked = checkForm(offeringContent, content);
  const written = checked.ok ? checked.data : filledIn(content);
  const file = { [SCHEMA]: new URL(schemaFile('offering-file'), origin).href, ...written };
  return {
    name: 'offering.json',
    text: `${JSON.stringify(file, undefined, 2)}\n`,
    missing: checked.ok ? 0 : checked.issues.length,
  };
}
