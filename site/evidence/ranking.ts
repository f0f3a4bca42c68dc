/** The steps by how well cases bear them out: contested ones first, since they ask for a reader's judgement. Pure. */
import {
  countCases,
  type Entry,
  GRADES,
  type Grade,
  type Ledger,
  NO_EVIDENCE,
  ORIGINS,
  type Origin,
  ofOrigin,
  onSide,
  SIDES,
  type Side,
} from './ledger.ts';

/** Numbers of cases by side, for one origin. */
export type SideCounts = Record<Side, number>;
export type RankedStep<Step> = {
  step: Step;
  grade: Grade;
  /** Cases that name it, from either origin. */
  cases: number;
  counts: Record<Origin, SideCounts>;
};

/** Steps of one grade each, most cases first, then in the order they came. */
export function rankSteps<Step extends { id: string }>(
  steps: readonly Step[],
  ledger: Ledger,
): Record<Grade, RankedStep<Step>[]> {
  const ranked = steps
    .map((step) => {
      const { grade, cases, entries } = ledger.get(step.id) ?? NO_EVIDENCE;
      return { step, grade, cases, counts: countsOf(entries) };
    })
    .toSorted((a, b) => b.cases - a.cases);
  return recordOf(GRADES, (grade) => ranked.filter((one) => one.grade === grade));
}

const countsOf = (entries: readonly Entry[]) =>
  recordOf(ORIGINS, (origin) =>
    recordOf(SIDES, (side) => countCases(onSide(ofOrigin(entries, origin), side))),
  );

const recordOf = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
