/** What became of a submission between two of its revisions, one field at a time. Pure. */
import type { Content } from '#schemas/submission.ts';
import { type ChangedField, changedFields as changedIn } from './differences.ts';
import { NOTHING_NAMED } from './named.ts';
import { fieldTexts } from './sent-texts.ts';

/** The fields in which two revisions differ, in the order of the form; first those that only the older one has. */
export function changedFields(before: Content, after: Content, named = NOTHING_NAMED): ChangedField[] {
  const old = new Map(fieldTexts(before, named).map((field) => [field.name, field]));
  const now = new Map(fieldTexts(after, named).map((field) => [field.name, field]));
  const gone = [...old.values()].filter(({ name }) => !now.has(name));
  return changedIn(
    [...gone, ...now.values()].map(({ name, label }) => ({
      label,
      before: old.get(name)?.text ?? '',
      after: now.get(name)?.text ?? '',
    })),
  );
}
