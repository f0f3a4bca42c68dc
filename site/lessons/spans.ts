/**
 * How long it took from one milestone to another, in bands of days. Pure.
 *
 * Read from the timeline alone: between dates that are known to the month or the year a span may fall into more than one
 * band, and then the case has none, since a false one would be worse.
 */
import type { MilestoneEntry } from '#schemas/case-study.ts';
import { MILESTONE_LABELS, type Milestone } from '#schemas/vocabulary.ts';
import { milestoneRange } from '#site/record/date-range.ts';

/** The pairs between which the time is told: how fast patches went out, how soon attacks came, how long it hurt. */
const PAIRS = [
  ['patch_released', 'most'],
  ['patch_released', 'all'],
  ['disclosed', 'mitigated'],
  ['disclosed', 'exploited'],
  ['patch_released', 'exploited'],
  ['patch_released', 'incident'],
  ['exploited', 'detected'],
  ['incident', 'recovered'],
  ['disclosed', 'kev_listed'],
  ['patch_released', 'kev_listed'],
  ['exception_opened', 'exception_closed'],
] as const satisfies readonly (readonly [Milestone, Milestone])[];

/** Whole days: each band ends with `most` and begins where the one before it ends. */
const BANDS = [
  { id: 'within-2-days', most: 2, label: 'within 2 days' },
  { id: 'within-14-days', most: 14, label: '3 to 14 days' },
  { id: 'within-30-days', most: 30, label: '15 to 30 days' },
  { id: 'within-90-days', most: 90, label: '31 to 90 days' },
  { id: 'over-90-days', most: Number.POSITIVE_INFINITY, label: 'more than 90 days' },
] as const;

const BEFORE = 'before';
const DAY = 86_400_000;
/** The catalogue opened with BOD 22-01. From anything older, the time to its listing tells the age of the catalogue. */
const KEV_OPENED = Date.UTC(2021, 10, 3);

type Pair = (typeof PAIRS)[number];
const spanId = ([from, to]: Pair, band: string) => `${from}-to-${to}-${band}`.replaceAll('_', '-');
const inSentence = (milestone: Milestone) => {
  const label = MILESTONE_LABELS[milestone];
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
};

/** Every span there is with its label, like “Patch released to most patched (95 %): 3 to 14 days”. */
export const SPAN_LABELS: readonly (readonly [string, string])[] = PAIRS.flatMap((pair) => {
  const [from, to] = pair;
  return [
    [spanId(pair, BEFORE), `${MILESTONE_LABELS[to]} before ${inSentence(from)}`] as const,
    ...BANDS.map(
      ({ id, label }) =>
        [spanId(pair, id), `${MILESTONE_LABELS[from]} to ${inSentence(to)}: ${label}`] as const,
    ),
  ];
});

/** The spans that a timeline certainly has: at most one for each pair. */
export const spansOf = (timeline: readonly MilestoneEntry[]): string[] =>
  PAIRS.flatMap((pair) => {
    const [from, to] = pair.map((milestone) => firstOf(timeline, milestone));
    if (!from || !to || (pair[1] === 'kev_listed' && from.earliest < KEV_OPENED)) return [];
    const [shortest, longest] = [to.earliest - from.latest, to.latest - from.earliest];
    const band = bandOf(shortest / DAY);
    return band === bandOf(longest / DAY) ? [spanId(pair, band)] : [];
  });

/** The first and the last day on which a milestone may first have been reached, or nothing where it is not told. */
function firstOf(timeline: readonly MilestoneEntry[], milestone: Milestone) {
  const ranges = timeline.filter((entry) => entry.milestone === milestone).map(milestoneRange);
  if (ranges.length === 0) return undefined;
  return {
    earliest: Math.min(...ranges.map(([from]) => from)),
    latest: Math.min(...ranges.map(([, to]) => to)) - DAY,
  };
}

const bandOf = (days: number) => (days < 0 ? BEFORE : (BANDS.find(({ most }) => days <= most)?.id ?? BEFORE));
