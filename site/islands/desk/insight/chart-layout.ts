/** Where the marks of the two charts stand. Pure; units are those of the drawing, which are pixels where it is shown as wide. */
import { scaleBand, scaleLinear } from 'd3-scale';
import type { Insight } from '#schemas/insight.ts';

/** A drawing for pages with room, and one whose words stay readable on the smallest screen. */
export const SIZES = {
  wide: { width: 600, names: 170, labelEvery: 2 },
  narrow: { width: 288, names: 128, labelEvery: 4 },
} as const;
export type Size = keyof typeof SIZES;

export const MONTHS_HEIGHT = 220;
/** Room for the numbers on the left and the months below. */
const LEFT = 32;
const BELOW = 24;
const ABOVE = 8;
const TICKS = 4;

export const SERIES = ['received', 'published', 'declined'] as const;
type Series = (typeof SERIES)[number];
type Bar = { key: string; series: Series; x: number; y: number; width: number; height: number };

/** Three bars a month, from a common floor. */
export function layoutMonths(months: Insight['months'], size: Size) {
  const { width, labelEvery } = SIZES[size];
  const floor = MONTHS_HEIGHT - BELOW;
  const most = Math.max(1, ...months.flatMap((month) => SERIES.map((series) => month[series])));
  const y = scaleLinear([0, most], [floor, ABOVE]).nice(TICKS);
  const x = scaleBand(
    months.map(({ month }) => month),
    [LEFT, width],
  ).paddingInner(0.3);
  const within = scaleBand(SERIES, [0, x.bandwidth()]);
  const bars = months.flatMap((month) =>
    SERIES.map((series): Bar => {
      const top = y(month[series]);
      return {
        key: `${month.month} ${series}`,
        series,
        x: (x(month.month) ?? 0) + (within(series) ?? 0),
        y: top,
        width: within.bandwidth(),
        height: floor - top,
      };
    }),
  );
  return {
    floor,
    left: LEFT,
    bars,
    ticks: y
      .ticks(TICKS)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: y(value) })),
    labels: months
      .map(({ month }) => ({ month, x: (x(month) ?? 0) + x.bandwidth() / 2 }))
      .filter((_, index) => index % labelEvery === 1),
  };
}

export const ROW = 36;
const AXIS = 24;

/** A line a state: from the median to the day within which nine in ten were over. */
export function layoutWaits(waits: Insight['waits'], size: Size) {
  const { width, names } = SIZES[size];
  const most = Math.max(1, ...waits.map(({ ninetieth }) => ninetieth));
  const x = scaleLinear([0, most], [names, width - LEFT]).nice(TICKS);
  return {
    height: waits.length * ROW + AXIS,
    ticks: x.ticks(TICKS).map((value) => ({ value, x: x(value) })),
    rows: waits.map(({ state, median, ninetieth }, index) => ({
      state,
      y: index * ROW + ROW / 2,
      median: x(median),
      ninetieth: x(ninetieth),
    })),
  };
}
