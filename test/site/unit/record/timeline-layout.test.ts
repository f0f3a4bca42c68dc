import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MILESTONES } from '#schemas/vocabulary.ts';
import { inOrder, layoutTimeline, ROW, spread } from '#site/record/timeline-layout.ts';

const date = fc
  .tuple(
    fc.integer({ min: 1995, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain(([year, month, day]) =>
    fc.constantFrom(
      `${year}`,
      `${year}-${String(month).padStart(2, '0')}`,
      `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    ),
  );
const entry = fc.record({
  milestone: fc.constantFrom(...MILESTONES),
  date,
  precision: fc.constantFrom('exact' as const, 'about' as const),
});
const timeline = fc.array(entry, { minLength: 1, maxLength: 30 });
const SLACK = 0.001;

describe('layoutTimeline', () => {
  test('no two labels touch, and all lie within the drawing', () => {
    fc.assert(
      fc.property(timeline, (entries) => {
        const { height, milestones } = layoutTimeline(entries);
        const labels = milestones.map(({ label }) => label);
        for (const [index, label] of labels.entries()) {
          expect(label).toBeGreaterThanOrEqual(0);
          expect(label).toBeLessThanOrEqual(height);
          if (index > 0) expect(label - (labels[index - 1] ?? 0)).toBeGreaterThanOrEqual(ROW - SLACK);
        }
      }),
    );
  });

  test('places are to scale: in the order of time, each within the time it may have happened', () => {
    fc.assert(
      fc.property(timeline, (entries) => {
        const { height, milestones } = layoutTimeline(entries);
        expect(milestones.map((placed) => placed.entry)).toEqual(inOrder(entries));
        for (const [index, { from, at, to }] of milestones.entries()) {
          expect(from).toBeLessThanOrEqual(at);
          expect(at).toBeLessThanOrEqual(to);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(height);
          if (index > 0) expect(at).toBeGreaterThanOrEqual((milestones[index - 1]?.at ?? 0) - SLACK);
        }
      }),
    );
  });

  test('an uncertain date is longer than a certain one, and a year longer than a month', () => {
    const { milestones } = layoutTimeline([
      { milestone: 'disclosed', date: '2020', precision: 'exact' },
      { milestone: 'exploited', date: '2021-02', precision: 'about' },
      { milestone: 'incident', date: '2022-02', precision: 'exact' },
      { milestone: 'recovered', date: '2022-06-10', precision: 'exact' },
    ]);
    const [year, about, month, day] = milestones.map(({ from, to }) => to - from);
    expect(about).toBeGreaterThan(month ?? 0);
    expect(year).toBeGreaterThan(about ?? 0);
    expect(month).toBeGreaterThan(day ?? 0);
  });

  test.each([
    [
      ['2017-03', '2022-02-10'],
      ['2018', '2019', '2020', '2021', '2022'],
    ],
    [
      ['2021-03-02', '2021-03-25'],
      ['7 Mar', '14 Mar', '21 Mar'],
    ],
  ])('%j has the ticks %j', (dates, ticks) => {
    const entries = dates.map((one) => ({ milestone: 'incident', date: one, precision: 'exact' }) as const);
    expect(layoutTimeline(entries).ticks.map(({ text }) => text)).toEqual(ticks);
  });
});

describe('spread', () => {
  test('leaves places that are far enough apart where they are', () => {
    expect(spread([10, 50, 90], 20, [0, 100])).toEqual([10, 50, 90]);
  });

  test('moves colliding places apart by the same amount on both sides', () => {
    expect(spread([50, 50], 20, [0, 100])).toEqual([40, 60]);
  });
});
