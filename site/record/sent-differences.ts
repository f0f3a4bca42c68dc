/** What became of a submission between two of its revisions, one field at a time. Pure. */
import type { Content } from '#schemas/submission.ts';
import { type ChangedField, changedFields as changedIn } from './differences.ts';
import { fieldTexts } from './sent-texts.ts';

/** The fields in which two revisions differ, in the order of the form; first those that only the older one has. */
export function changedFields(before: Content, after: Content): ChangedField[] {
  const old = new Map(fieldTexts(before).map((field) => [field.name, field]));
  const now = new Map(fieldTexts(after).map((field) => [field.name, field]));
  const gone = [...old.values()].filter(({ name }) => !now.has(name));
  return changedIn(
    [...gone, ...now.values()].map(({ name, label }) => ({
      label,
      before: old.get(name)?.text ?? '',
      after: now.get(name)?.text ?? '',
    })),
  );
}
