/** What became of a text, word by word, one field at a time. Pure. */
import { diffWordsWithSpace } from 'diff';
import type { Content } from '#schemas/submission.ts';
import { fieldTexts } from '../texts.ts';

export type Part = { text: string; change: 'same' | 'added' | 'removed' };
export type ChangedField = { label: string; parts: readonly Part[] };

/** The fields in which two revisions differ, in the order of the form; first those that only the older one has. */
export function changedFields(before: Content, after: Content): ChangedField[] {
  const old = new Map(fieldTexts(before).map((field) => [field.name, field]));
  const now = new Map(fieldTexts(after).map((field) => [field.name, field]));
  const gone = [...old.values()].filter(({ name }) => !now.has(name));
  return [...gone, ...now.values()]
    .map(({ name, label }) => ({
      label,
      parts: changedWords(old.get(name)?.text ?? '', now.get(name)?.text ?? ''),
    }))
    .filter(({ parts }) => parts.some(({ change }) => change !== 'same'));
}

/** Both texts in one: leave out what was removed and the newer one is left, leave out what was added and the older one is. */
export const changedWords = (before: string, after: string): Part[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
