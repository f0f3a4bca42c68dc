import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { architecture } from '#schemas/architecture.ts';
import { drawArchitecture, type Point } from '#site/architectures/drawing.ts';
import { BOX, cellsOf } from '#site/architectures/grid.ts';
import { chooseRoutes, type Stretch, trackStretches } from '#site/architectures/routes.ts';
import { capabilitiesText } from '#site/architectures/words.ts';

const FOLDER = 'content/architectures';
const architectures = readdirSync(FOLDER).map((file) => {
  const [, head = ''] = readFileSync(`${FOLDER}/${file}`, 'utf8').split(/^---$/m);
  return [file, architecture.parse(parse(head))] as const;
});

/** Whether a straight stretch runs through the inside of a box. */
const crosses = (from: Point, to: Point, box: Point) =>
  Math.min(from.x, to.x) < box.x + BOX.width - 1 &&
  Math.max(from.x, to.x) > box.x + 1 &&
  Math.min(from.y, to.y) < box.y + BOX.height - 1 &&
  Math.max(from.y, to.y) > box.y + 1;

describe.each(architectures)('the drawing of %s', (_file, data) => {
  const drawing = drawArchitecture(data);

  test('shows every zone, component and connection once, and numbers connections as the table does', () => {
    expect(drawing.zones.map(({ name }) => name)).toEqual(data.zones.map(({ name }) => name));
    expect(drawing.components).toHaveLength(data.components.length);
    expect(drawing.connections.map(({ number }) => number)).toEqual(
      data.connections.map((_, index) => index + 1),
    );
  });

  test('puts each component into the band of its zone', () => {
    for (const [index, { y }] of drawing.components.entries()) {
      const zone = data.zones.findIndex(({ id }) => id === data.components[index]?.zone);
      const band = drawing.zones[zone];
      expect(band && band.y < y && y + BOX.height < band.y + band.height).toBe(true);
    }
  });

  test('leads each connection from box to box, level or upright, inside the drawing', () => {
    for (const [index, { points }] of drawing.connections.entries()) {
      const ends = data.connections[index];
      const box = (id: string | undefined) =>
        drawing.components[data.components.findIndex((one) => one.id === id)];
      for (const [point, at] of [
        [points[0], box(ends?.from)],
        [points.at(-1), box(ends?.to)],
      ] as const) {
        expect(point && at && at.x < point.x && point.x < at.x + BOX.width).toBe(true);
        expect(point && at && [at.y, at.y + BOX.height].includes(point.y)).toBe(true);
      }
      for (const [place, { x, y }] of points.entries()) {
        const before = points[place - 1];
        expect(!before || before.x === x || before.y === y).toBe(true);
        expect(x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height).toBe(true);
      }
    }
  });

  test('leads no connection through a box, because it would seem to end there', () => {
    const through = drawing.connections.flatMap(({ number, points }) =>
      points
        .slice(1)
        .flatMap((point, index) =>
          drawing.components.filter((box) => crosses(points[index] ?? point, point, box)).map(() => number),
        ),
    );
    expect(through).toEqual([]);
  });

  test('fits the width of a sheet of paper with letters of a readable size', () => {
    expect(drawing.width).toBeLessThanOrEqual(700);
    for (const { lines } of drawing.components) expect(lines.length).toBeLessThanOrEqual(3);
  });
});

test('a zone begins a new row, and its fourth component too', () => {
  const cells = cellsOf({
    zones: [
      { id: 'a', name: 'A', trust: 't' },
      { id: 'b', name: 'B', trust: 't' },
    ],
    components: ['a', 'a', 'a', 'a', 'b'].map((zone, index) => ({
      id: `c${index}`,
      name: 'C',
      zone,
      capabilities: [],
      does: 'd',
      steps: [],
    })),
  });
  expect([...cells.values()].map(({ row, column }) => [row, column])).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [2, 0],
  ]);
});

test('neighbouring rows need one channel, others a gutter beside a shared column or between two', () => {
  const routes = chooseRoutes([
    { from: { row: 0, column: 0 }, to: { row: 1, column: 2 } },
    { from: { row: 2, column: 1 }, to: { row: 0, column: 1 } },
    { from: { row: 0, column: 0 }, to: { row: 3, column: 1 } },
    { from: { row: 1, column: 0 }, to: { row: 1, column: 1 } },
  ]);
  expect(routes).toEqual([
    { leaves: 'bottom', arrives: 'top', out: 1, into: 1, gutter: undefined },
    { leaves: 'top', arrives: 'bottom', out: 2, into: 1, gutter: 1 },
    { leaves: 'bottom', arrives: 'top', out: 1, into: 3, gutter: 1 },
    { leaves: 'top', arrives: 'top', out: 1, into: 1, gutter: undefined },
  ]);
});

test('no two stretches of a line that meet share a track', () => {
  const stretch = fc
    .tuple(fc.nat(2), fc.nat(30), fc.nat(30))
    .map(([line, a, b]): Stretch => ({ line, start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 25 }), (stretches) => {
      const tracks = trackStretches(stretches);
      const collisions = stretches.flatMap((one, i) =>
        stretches.filter(
          (other, j) =>
            i < j &&
            one.line === other.line &&
            tracks[i] === tracks[j] &&
            one.start <= other.end &&
            other.start <= one.end,
        ),
      );
      expect(collisions).toEqual([]);
    }),
  );
});

test('capabilities are named in words', () => {
  expect([capabilitiesText(['measure_risk', 'scan']), capabilitiesText([])]).toEqual([
    'Measure risk, scan',
    '',
  ]);
});
