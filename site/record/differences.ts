/** What became of a text, word by word, one field at a time. Pure. */
import { diffWordsWithSpace } from 'diff';
import type { CaseStudy } from '#schemas/case-study.ts';
import type { Offering } from '#schemas/offering.ts';
import { CASE_LABELS, caseText } from './case-texts.ts';
import { type Named, NOTHING_NAMED } from './named.ts';
import { OFFERING_LABELS, offeringText } from './offering-texts.ts';

export type Part = { text: string; change: 'same' | 'added' | 'removed' };
export type ChangedField = { label: string; parts: readonly Part[] };
/** A field of two texts; '' where one of them has none. */
type ComparedField = { label: string; before: string; after: string };

/** Both texts in one: leave out what was removed and the newer one is left, leave out what was added and the older one is. */
export const changedWords = (before: string, after: string): Part[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));

/** Of these fields those that differ, in the same order. */
export const changedFields = (fields: readonly ComparedField[]): ChangedField[] =>
  fields
    .filter(({ before, after }) => before !== after)
    .map(({ label, before, after }) => ({ label, parts: changedWords(before, after) }));

type PublicRecord = CaseStudy | Offering;

/** The fields in which two records differ. Both are of one kind: what was sent as a lesson stays one. */
export function changedRecord(
  before: PublicRecord,
  after: PublicRecord,
  named = NOTHING_NAMED,
): ChangedField[] {
  const [old, now] = [textsOf(before, named), textsOf(after, named)];
  return changedFields(
    now.map(({ label, text }, at) => ({ label, before: old[at]?.text ?? '', after: text })),
  );
}

/** Every field in the order of its kind, whether or not it was filled in. */
const textsOf = (record: PublicRecord, named: Named): { label: string; text: string }[] =>
  'product' in record
    ? namesOf(OFFERING_LABELS).map((name) => ({
        label: OFFERING_LABELS[name],
        text: offeringText(record, name, named),
      }))
    : namesOf(CASE_LABELS).map((name) => ({
        label: CASE_LABELS[name],
        text: caseText(record, name, named),
      }));

const namesOf = <Labels extends object>(labels: Labels) => Object.keys(labels) as (keyof Labels)[];
