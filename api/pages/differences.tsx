/** What became of a text, word by word, one field at a time. */
import { diffWordsWithSpace } from 'diff';
import type { CaseStudy } from '#schemas/case-study.ts';

const FIELD_LABELS = {
  title: 'Title',
  summary: 'Summary',
  outcome: 'Outcome',
  organization: 'Organization',
  period: 'When it happened',
  situation: 'Situation',
  actions: 'What was done',
  result: 'How it ended',
  timeline: 'Timeline',
  lessons: 'Lessons',
  vulnerabilities: 'Vulnerabilities',
  technologies: 'Products and technologies',
  postPatchActions: 'Work that remained after patching',
  measures: 'Figures',
  sources: 'Sources',
} as const satisfies Record<keyof CaseStudy, string>;
const FIELDS = Object.keys(FIELD_LABELS) as (keyof CaseStudy)[];

export function Differences({ sent, now }: { sent: CaseStudy; now: CaseStudy }) {
  const changed = FIELDS.map((field) => ({
    field,
    before: textOf(sent[field]),
    after: textOf(now[field]),
  })).filter(({ before, after }) => before !== after);
  if (changed.length === 0) return <p>Nothing: it stands as you sent it.</p>;
  return (
    <dl class="differences">
      {changed.map(({ field, before, after }) => (
        <>
          <dt>{FIELD_LABELS[field]}</dt>
          <dd class="as-written">
            <Words before={before} after={after} />
          </dd>
        </>
      ))}
    </dl>
  );
}

/** Colour and line do not reach everybody, so each change is also announced in words. */
const Words = ({ before, after }: { before: string; after: string }) => (
  <>
    {diffWordsWithSpace(before, after).map(({ value, added, removed }, position) => {
      if (added)
        return (
          <ins key={position}>
            <span class="usa-sr-only"> added: </span>
            {value}
          </ins>
        );
      if (removed)
        return (
          <del key={position}>
            <span class="usa-sr-only"> removed: </span>
            {value}
          </del>
        );
      return <span key={position}>{value}</span>;
    })}
  </>
);

/** A field as plain text: one line a row, the values of a row in the order of the schema. */
function textOf(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map(rowOf).join('\n');
  return rowOf(value);
}

function rowOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(rowOf).join('; ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(rowOf).join(' · ');
  return String(value);
}
