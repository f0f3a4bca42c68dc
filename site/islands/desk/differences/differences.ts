/** What became of a text, word by word, one field at a time. Pure. */
import { diffWordsWithSpace } from 'diff';
import type { LessonContent } from '#schemas/submission.ts';
import { FIELDS, fieldLabel, fieldText } from '../field-texts.ts';

export type Part = { text: string; change: 'same' | 'added' | 'removed' };
export type ChangedField = { label: string; parts: readonly Part[] };

/** The fields in which two revisions differ, in the order of the form. */
export const changedFields = (before: LessonContent, after: LessonContent): ChangedField[] =>
  FIELDS.map((field) => ({
    label: fieldLabel(field),
    parts: changedWords(fieldText(before, field), fieldText(after, field)),
  })).filter(({ parts }) => parts.some(({ change }) => change !== 'same'));

/** Both texts in one: leave out what was removed and the newer one is left, leave out what was added and the older one is. */
export const changedWords = (before: string, after: string): Part[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
