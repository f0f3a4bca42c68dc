/** The grid of an architecture's drawing: rows and columns of boxes with room for the ways between them. Pure; pixels. */
import type { Architecture } from '#schemas/architecture.ts';
import type { Cell } from './routes.ts';

export const COLUMNS = 3;
export const BOX = { width: 164, height: 64 } as const;
export const TRACK = 9;
const GUTTER = 12;
const CHANNEL = 26;
const ZONE_NAME = 26;

export type Band = { name: string; y: number; height: number };
export type Grid = {
  width: number;
  height: number;
  /** The left edge of each column, and of the first track in each gutter. */
  columns: number[];
  gutters: number[];
  /** The upper edge of each row, and of the first track in each channel. */
  rows: number[];
  channels: number[];
  bands: Band[];
};

/** Components stand in the order of their zones, three in a row, each zone in rows of its own. */
export function cellsOf({
  zones,
  components,
}: Pick<Architecture, 'zones' | 'components'>): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  let row = 0;
  for (const { id } of zones) {
    const inside = components.filter(({ zone }) => zone === id);
    for (const [index, component] of inside.entries())
      cells.set(component.id, { row: row + Math.floor(index / COLUMNS), column: index % COLUMNS });
    row += rowsOf(inside.length);
  }
  return cells;
}

const rowsOf = (components: number) => Math.ceil(components / COLUMNS);

/** Left edges of columns and gutters. `tracks` tells how many each gutter needs. */
export function placeColumns(tracks: readonly number[]): Pick<Grid, 'columns' | 'gutters' | 'width'> {
  const columns: number[] = [];
  const gutters: number[] = [];
  let x = 0;
  for (const [index, count] of tracks.entries()) {
    gutters.push(x + GUTTER / 2 + TRACK / 2);
    x += GUTTER + count * TRACK;
    if (index === tracks.length - 1) break;
    columns.push(x);
    x += BOX.width;
  }
  return { columns, gutters, width: x };
}

/** Upper edges of rows, channels and the bands of the zones. `tracks` tells how many each channel needs. */
export function placeRows(
  { zones, components }: Pick<Architecture, 'zones' | 'components'>,
  tracks: readonly number[],
): Pick<Grid, 'rows' | 'channels' | 'bands' | 'height'> {
  const rows: number[] = [];
  const channels: number[] = [];
  const bands: Band[] = [];
  let y = 0;
  const addChannel = () => {
    channels.push(y + CHANNEL / 2 + TRACK / 2);
    y += CHANNEL + (tracks[channels.length - 1] ?? 0) * TRACK;
  };
  for (const { id, name } of zones) {
    const top = y;
    y += ZONE_NAME;
    for (let row = 0; row < rowsOf(components.filter(({ zone }) => zone === id).length); row += 1) {
      addChannel();
      rows.push(y);
      y += BOX.height;
    }
    y += CHANNEL / 2;
    bands.push({ name, y: top, height: y - top });
  }
  const last = bands.at(-1);
  addChannel();
  if (last) last.height = y - last.y;
  return { rows, channels, bands, height: y };
}
