/**
 * What the cases say of each step: how often, with what effect, and on which side. Pure.
 *
 * A case speaks for a step where doing it helped or leaving it out hurt, and against it where doing it hurt or leaving
 * it out helped. Counted are cases, not lessons: a case that says a thing twice says it once.
 */
import type { PublishedCase } from '#schemas/published.ts';
import type { Outcome, StepEffect, StepUse } from '#schemas/vocabulary.ts';

export const SIDES = ['for', 'against', 'neutral'] as const;
export type Side = (typeof SIDES)[number];
export const SIDE_LABELS = {
  for: 'Speaks for the step',
  against: 'Speaks against the step',
  neutral: 'Made no difference',
} as const satisfies Record<Side, string>;

export const GRADES = ['contested', 'corroborated', 'single', 'none'] as const;
export type Grade = (typeof GRADES)[number];
export const GRADE_LABELS = {
  contested: 'Contested',
  corroborated: 'Corroborated',
  single: 'Not corroborated',
  none: 'No case yet',
} as const satisfies Record<Grade, string>;

export const ORIGINS = ['submitted', 'compiled'] as const;
export type Origin = (typeof ORIGINS)[number];

/** One lesson of one case that names the step. */
export type Entry = {
  slug: string;
  title: string;
  outcome: Outcome;
  origin: Origin;
  /** Position of the lesson in its record, from 0. */
  index: number;
  lesson: string;
  use: StepUse;
  effect: StepEffect;
  side: Side;
};

/** Lessons of one origin on one side of a step that its page prints; each case counts, however many there are. */
export const MOST_SHOWN = 10;

/** `entries` in the order of the cases: the newest first, where those were. */
export type StepLedger = { grade: Grade; cases: number; entries: Entry[] };
/** Ledgers by step id (`process/step`). A step that no case names is absent. */
export type Ledger = ReadonlyMap<string, StepLedger>;

export function sideOf(use: StepUse, effect: StepEffect): Side {
  if (effect === 'no_difference') return 'neutral';
  const isDone = use === 'followed' || use === 'adapted';
  return isDone === (effect === 'helped') ? 'for' : 'against';
}

export function buildLedger(cases: readonly PublishedCase[]): Ledger {
  const byStep = new Map<string, Entry[]>();
  for (const published of cases)
    for (const { step, entry } of entriesOf(published)) {
      const entries = byStep.get(step);
      if (entries) entries.push(entry);
      else byStep.set(step, [entry]);
    }
  return new Map([...byStep].map(([step, entries]) => [step, ledgerOf(entries)]));
}

const entriesOf = ({ slug, record, provenance }: PublishedCase) =>
  record.lessons.flatMap(({ lesson, bearings }, index) =>
    bearings.map(({ step, use, effect }) => ({
      step,
      entry: {
        slug,
        title: record.title,
        outcome: record.outcome,
        origin: provenance.origin,
        index,
        lesson,
        use,
        effect,
        side: sideOf(use, effect),
      } satisfies Entry,
    })),
  );

const ledgerOf = (entries: Entry[]): StepLedger => ({
  grade: gradeOf(entries),
  cases: countCases(entries),
  entries,
});

/** Contested: cases on both sides. Corroborated: two or more cases, each with a page of its own, of the same effect. */
export function gradeOf(entries: readonly Entry[]): Grade {
  if (entries.length === 0) return 'none';
  const [supporting, opposing, neutral] = SIDES.map((side) => countCases(onSide(entries, side)));
  if (supporting && opposing) return 'contested';
  return Math.max(supporting ?? 0, opposing ?? 0, neutral ?? 0) >= 2 ? 'corroborated' : 'single';
}

export const onSide = (entries: readonly Entry[], side: Side) =>
  entries.filter((entry) => entry.side === side);
export const ofOrigin = (entries: readonly Entry[], origin: Origin) =>
  entries.filter((entry) => entry.origin === origin);
export const countCases = (entries: readonly Entry[]) => new Set(entries.map(({ slug }) => slug)).size;

export const NO_EVIDENCE: StepLedger = { grade: 'none', cases: 0, entries: [] };
