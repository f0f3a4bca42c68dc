/**
 * Where the zones, components and connections of an architecture stand in its drawing: a band for each zone from top to
 * bottom, components in rows, and between them the connections by the numbers of their table. Pure; units are pixels.
 */
import type { Architecture, Component, Connection } from '#schemas/architecture.ts';
import { wrapped } from '#site/processes/diagram-layout.ts';
import { type Band, BOX, COLUMNS, cellsOf, type Grid, placeColumns, placeRows, TRACK } from './grid.ts';
import { type Cell, chooseRoutes, type Route, type Stretch, trackStretches, tracksNeeded } from './routes.ts';
import { capabilitiesText } from './words.ts';

const NAME_LENGTH = 22;
/** So that a way that leaves a box below never lies on one that enters the box underneath. */
const BELOW = 5;

export type Line = { text: string; kind: 'name' | 'about' };
export type PlacedComponent = { x: number; y: number; lines: Line[] };
export type Point = { x: number; y: number };
/** `number` counts from 1, as in the table of connections. */
export type PlacedConnection = Pick<Connection, 'oneWay' | 'opens'> & { number: number; points: Point[] };
export type Drawing = {
  width: number;
  height: number;
  zones: Band[];
  components: PlacedComponent[];
  connections: PlacedConnection[];
};

export function drawArchitecture(architecture: Architecture): Drawing {
  const { components, connections } = architecture;
  const cells = cellsOf(architecture);
  const cell = (id: string): Cell => cells.get(id) ?? { row: 0, column: 0 };
  const ways = chooseRoutes(connections.map(({ from, to }) => ({ from: cell(from), to: cell(to) })));

  const upright = ways.map(uprightStretch);
  const uprightTracks = trackStretches(upright);
  const columns = placeColumns(tracksNeeded(COLUMNS + 1, upright, uprightTracks));
  const gutterX = ways.map(({ gutter }, index) =>
    gutter === undefined ? undefined : (columns.gutters[gutter] ?? 0) + TRACK * (uprightTracks[index] ?? 0),
  );

  const ports = placePorts(connections, ways, cell, columns.columns);
  const level = ways.flatMap((way, index) => levelStretches(way, ports[index] ?? NO_PORTS, gutterX[index]));
  const levelTracks = trackStretches(level);
  const rowCount = Math.max(...[...cells.values()].map(({ row }) => row)) + 1;
  const rows = placeRows(architecture, tracksNeeded(rowCount + 1, level, levelTracks));
  const levelY = (index: number) =>
    (rows.channels[level[index]?.line ?? 0] ?? 0) + TRACK * (levelTracks[index] ?? 0);

  const grid = { ...columns, ...rows };
  return {
    width: grid.width,
    height: grid.height,
    zones: grid.bands,
    components: components.map((component) => placeBox(component, cell(component.id), grid)),
    connections: connections.map(({ from, to, oneWay, opens }, index) => {
      const { leaves, arrives } = ways[index] ?? NO_WAY;
      const { leave, arrive } = ports[index] ?? NO_PORTS;
      const start = { x: leave, y: edge(grid, cell(from), leaves) };
      const end = { x: arrive, y: edge(grid, cell(to), arrives) };
      const turns = turnsBetween(leave, arrive, gutterX[index], levelY(2 * index), levelY(2 * index + 1));
      return { number: index + 1, oneWay, opens, points: [start, ...turns, end] };
    }),
  };
}

type Ports = { leave: number; arrive: number };
const NO_PORTS: Ports = { leave: 0, arrive: 0 };
const NO_WAY = { leaves: 'top', arrives: 'top' } as const;

const edge = ({ rows }: Grid, { row }: Cell, side: Route['leaves']) =>
  (rows[row] ?? 0) + (side === 'bottom' ? BOX.height : 0);

function turnsBetween(
  leave: number,
  arrive: number,
  gutter: number | undefined,
  out: number,
  into: number,
): Point[] {
  if (gutter === undefined)
    return [
      { x: leave, y: out },
      { x: arrive, y: out },
    ];
  return [
    { x: leave, y: out },
    { x: gutter, y: out },
    { x: gutter, y: into },
    { x: arrive, y: into },
  ];
}

const uprightStretch = ({ gutter, out, into }: Route): Stretch => ({
  line: gutter ?? -1,
  start: Math.min(out, into),
  end: Math.max(out, into),
});

/** Two of each way, the second empty where one channel is enough. A line of -1 is none. */
function levelStretches(
  { out, into }: Route,
  { leave, arrive }: Ports,
  gutter: number | undefined,
): Stretch[] {
  const between = (line: number, one: number, other: number) => ({
    line,
    start: Math.min(one, other),
    end: Math.max(one, other),
  });
  if (gutter === undefined) return [between(out, leave, arrive), between(-1, 0, 0)];
  return [between(out, leave, gutter), between(into, gutter, arrive)];
}

/** The ways at one side of a box, spread over its width in the order of where they come from. */
function placePorts(
  connections: readonly Connection[],
  ways: readonly Route[],
  cell: (id: string) => Cell,
  columns: readonly number[],
): Ports[] {
  const uses = connections.flatMap(({ from, to }, index) => {
    const { leaves, arrives } = ways[index] ?? NO_WAY;
    return [
      { index, end: 'leave' as const, side: `${from} ${leaves}`, box: from, other: cell(to).column },
      { index, end: 'arrive' as const, side: `${to} ${arrives}`, box: to, other: cell(from).column },
    ];
  });
  const ports = connections.map(() => ({ ...NO_PORTS }));
  for (const [side, sharing] of Map.groupBy(uses, (use) => use.side))
    for (const [place, { index, end, box }] of sharing.toSorted((a, b) => a.other - b.other).entries()) {
      const offset = (BOX.width * (place + 1)) / (sharing.length + 1) + (side.endsWith('bottom') ? BELOW : 0);
      const port = ports[index];
      if (port) port[end] = (columns[cell(box).column] ?? 0) + offset;
    }
  return ports;
}

const placeBox = ({ name, capabilities }: Component, { row, column }: Cell, grid: Grid): PlacedComponent => ({
  x: grid.columns[column] ?? 0,
  y: grid.rows[row] ?? 0,
  lines: [
    ...wrapped(name, NAME_LENGTH).map((text) => ({ text, kind: 'name' as const })),
    ...(capabilities.length > 0 ? [{ text: capabilitiesText(capabilities), kind: 'about' as const }] : []),
  ],
});
