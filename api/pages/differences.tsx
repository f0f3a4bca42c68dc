/** What became of a text, word by word, one field at a time. */
import { diffWordsWithSpace } from 'diff';
import type { CaseStudy } from '#schemas/case-study.ts';
import type { Offering } from '#schemas/offering.ts';

const CASE_LABELS = {
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

const OFFERING_LABELS = {
  vendor: 'Vendor',
  product: 'Product',
  version: 'Version',
  summary: 'Summary',
  claims: 'Claims',
  scenarios: 'Scenarios',
  roles: 'Places in the architectures',
  limits: 'What it does not do',
  access: 'How to get it',
  instructions: 'Instructions',
  answers: 'The eight questions',
} as const satisfies Record<keyof Offering, string>;

type PublicRecord = CaseStudy | Offering;
const labelsOf = (record: PublicRecord): Readonly<Record<string, string>> =>
  'product' in record ? OFFERING_LABELS : CASE_LABELS;

/** `sent` and `now` are of one kind: what was sent as a lesson stays one. */
export function Differences({ sent, now }: { sent: PublicRecord; now: PublicRecord }) {
  const before: Readonly<Record<string, unknown>> = sent;
  const after: Readonly<Record<string, unknown>> = now;
  const changed = Object.entries(labelsOf(now))
    .map(([field, label]) => ({ label, before: textOf(before[field]), after: textOf(after[field]) }))
    .filter((field) => field.before !== field.after);
  if (changed.length === 0) return <p>Nothing: it stands as you sent it.</p>;
  return (
    <dl class="differences">
      {changed.map(({ label, before, after }) => (
        <>
          <dt>{label}</dt>
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
