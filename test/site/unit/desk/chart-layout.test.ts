import { expect, test } from 'vitest';
import { layoutMonths, layoutWaits, SIZES, type Size } from '#site/islands/desk/insight/chart-layout.ts';

test.for<Size>(['wide', 'narrow'])(
  'bars stand on one floor, grow with their numbers, and stay within the %s drawing',
  (size) => {
    const months = [
      { month: '2026-10', received: 4, published: 2, declined: 0 },
      { month: '2026-11', received: 8, published: 0, declined: 1 },
    ];
    const { bars, floor, ticks } = layoutMonths(months, size);
    expect(bars.map(({ y, height }) => y + height)).toEqual(bars.map(() => floor));
    expect(bars.map(({ height }) => Math.round((height * 8) / (bars[3]?.height ?? 1)))).toEqual([
      4, 2, 0, 8, 0, 1,
    ]);
    for (const { x, width } of bars) expect(x + width).toBeLessThanOrEqual(SIZES[size].width);
    expect(ticks.every(({ value }) => Number.isInteger(value))).toBe(true);
  },
);

test('months without anything are drawn, too', () => {
  const { bars } = layoutMonths([{ month: '2026-11', received: 0, published: 0, declined: 0 }], 'wide');
  expect(bars.map(({ height }) => height)).toEqual([0, 0, 0]);
});

test.for<Size>(['wide', 'narrow'])(
  'a wait goes from its median to its ninth in ten in the %s drawing',
  (size) => {
    const [row] = layoutWaits([{ state: 'in_review', stays: 3, median: 5, ninetieth: 10 }], size).rows;
    expect(row?.median).toBeLessThan(row?.ninetieth ?? 0);
    expect(row?.ninetieth).toBeLessThanOrEqual(SIZES[size].width);
  },
);
