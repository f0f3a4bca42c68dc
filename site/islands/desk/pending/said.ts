/** What a prepared decision says beside its letter, in words. Pure. */
import type { PendingDecision } from '#schemas/pending.ts';
import { REASON_LABELS } from '#schemas/workflow.ts';

type Labels = Readonly<Record<string, string>>;
type Field = { name: string; labels?: (ofIds: Labels) => Labels };
const ofIds = (names: Labels) => names;

/** Fields that people are asked. The rest belongs to the call, or is the letter. */
const FIELDS: Readonly<Record<string, Field>> = {
  reviewers: { name: 'Who reads it', labels: ofIds },
  responsiveness: { name: 'Does it answer the call?' },
  slug: { name: 'Address of the page' },
  changes: { name: 'What this version changes' },
  code: { name: 'Reason', labels: () => REASON_LABELS },
  message: { name: 'Explanation' },
  repair: { name: 'What would make it publishable' },
  reason: { name: 'Reason' },
  requests: { name: 'What should change' },
  procedures: { name: 'What the lab runs', labels: ofIds },
  note: { name: 'What the vendor is told' },
};

/** In the order of `FIELDS`. Whom and what the decision names by id goes by its name, if it still has one. */
export function saidIn({
  decision: { input },
  names,
}: Pick<PendingDecision, 'decision' | 'names'>): { name: string; text: string }[] {
  const sent: Readonly<Record<string, unknown>> = input;
  return Object.entries(FIELDS).flatMap(([field, { name, labels = () => ({}) }]) =>
    sent[field] === undefined ? [] : [{ name, text: textOf(sent[field], labels(names)) }],
  );
}

function textOf(value: unknown, labels: Labels): string {
  if (typeof value === 'string') return labels[value] ?? value;
  if (Array.isArray(value)) return value.map((one) => textOf(one, labels)).join('\n');
  return Object.entries(value ?? {})
    .map(([test, answer]) => `${test.charAt(0).toUpperCase()}${test.slice(1)}: ${textOf(answer, labels)}`)
    .join('\n');
}
