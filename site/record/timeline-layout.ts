/** Where the milestones of a case stand on a vertical timeline that is drawn to scale. Pure; units are pixels from the top. */
import { scaleUtc } from 'd3-scale';
import type { MilestoneEntry } from '#schemas/case-study.ts';
import { dateRange, milestoneRange } from './date-range.ts';

/** Labels are at least this far apart, whatever the scale says; a line leads from each to its place. */
export const ROW = 24;
const ROOM_PER_LABEL = 44;
const LEAST_HEIGHT = 180;
const EDGE = 16;
const TICKS = 6;

export type PlacedMilestone = {
  entry: MilestoneEntry;
  /** From where to where it may have happened: a day, month or year; three of them where it is `about`. */
  from: number;
  to: number;
  /** The middle of that. */
  at: number;
  /** The middle of its label. */
  label: number;
};
export type TimelineLayout = {
  height: number;
  ticks: { at: number; text: string }[];
  milestones: PlacedMilestone[];
};

/** Milestones in the order of their dates; those of one date stay in the order given. */
export const inOrder = (timeline: readonly MilestoneEntry[]): MilestoneEntry[] =>
  timeline.toSorted((a, b) => middle(a.date) - middle(b.date));

/** Lay out a timeline of at least one milestone. */
export function layoutTimeline(timeline: readonly MilestoneEntry[]): TimelineLayout {
  const entries = inOrder(timeline);
  const spans = entries.map(milestoneRange);
  const height = Math.max(LEAST_HEIGHT, entries.length * ROOM_PER_LABEL);
  const domain = [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
  const scale = scaleUtc(domain, [EDGE, height - EDGE]);

  const at = entries.map(({ date }) => scale(middle(date)));
  const labels = spread(at, ROW, [EDGE, height - EDGE]);
  const milestones = entries.map((entry, index) => {
    const [from, to] = spans[index] ?? milestoneRange(entry);
    return { entry, from: scale(from), to: scale(to), at: at[index] ?? 0, label: labels[index] ?? 0 };
  });
  const days = scale.ticks(TICKS).filter((day) => day.valueOf() % DAY === 0);
  const text = tickText(days);
  return { height, ticks: days.map((day) => ({ at: scale(day), text: text(day) })), milestones };
}

const DAY = 86_400_000;

function middle(date: string): number {
  const [from, to] = dateRange(date);
  return (from + to) / 2;
}

/**
 * Move places as little as possible so that neighbours are `gap` apart and all lie within `bounds`. `wanted` ascends.
 * Neighbours that collide form a block around the mean of what they want (pool adjacent violators).
 */
export function spread(wanted: readonly number[], gap: number, [low, high]: [number, number]): number[] {
  const blocks: { sum: number; size: number }[] = [];
  for (const [index, place] of wanted.entries()) {
    let block = { sum: place - index * gap, size: 1 };
    for (let last = blocks.at(-1); last && mean(last) > mean(block); last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, size: last.size + block.size };
    }
    blocks.push(block);
  }
  const highest = Math.max(low, high - (wanted.length - 1) * gap);
  const base = blocks.flatMap((block) =>
    Array.from({ length: block.size }, () => Math.min(Math.max(mean(block), low), highest)),
  );
  return base.map((place, index) => place + index * gap);
}

const mean = ({ sum, size }: { sum: number; size: number }) => sum / size;

const DAY_AND_MONTH = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** Years where all ticks are years, months like 2017-03 where all are months, else days like 12 May. */
function tickText(days: readonly Date[]): (day: Date) => string {
  if (days.every((day) => day.getUTCMonth() === 0 && day.getUTCDate() === 1))
    return (day) => day.toISOString().slice(0, 4);
  if (days.every((day) => day.getUTCDate() === 1)) return (day) => day.toISOString().slice(0, 7);
  return (day) => DAY_AND_MONTH.format(day);
}
