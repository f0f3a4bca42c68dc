/**
 * How the connections of an architecture run between the rows of its drawing. Pure, and without pixels: boxes stand in a
 * grid; a level way runs in the channel above a row (channel 0 is above the first), an upright one in a gutter (gutter 0
 * is left of the first column). Ways that would lie over each other get tracks of their own.
 */

export type Cell = { row: number; column: number };
export type Side = 'top' | 'bottom';
export type Route = {
  /** The sides at which it leaves and arrives. */
  leaves: Side;
  arrives: Side;
  /** The channels into which it leaves and from which it arrives. The same one where no gutter is needed. */
  out: number;
  into: number;
  gutter: number | undefined;
};

/** Choose the way of each connection: by one channel to a neighbouring row, by the emptiest near gutter otherwise. */
export function chooseRoutes(connections: readonly { from: Cell; to: Cell }[]): Route[] {
  const load = new Map<number, number>();
  return connections.map(({ from, to }) => {
    const route = routeOf(from, to);
    if (route.out === route.into) return { ...route, gutter: undefined };
    const gutter = nearGutters(from, to).reduce((best, other) =>
      (load.get(other) ?? 0) < (load.get(best) ?? 0) ? other : best,
    );
    load.set(gutter, (load.get(gutter) ?? 0) + 1);
    return { ...route, gutter };
  });
}

function routeOf(from: Cell, to: Cell): Omit<Route, 'gutter'> {
  if (from.row === to.row) return { leaves: 'top', arrives: 'top', out: from.row, into: to.row };
  if (from.row < to.row) return { leaves: 'bottom', arrives: 'top', out: from.row + 1, into: to.row };
  return { leaves: 'top', arrives: 'bottom', out: from.row, into: to.row + 1 };
}

/** The gutters between the two columns, or on both sides of the one that they share. */
function nearGutters(from: Cell, to: Cell): number[] {
  const first = Math.min(from.column, to.column);
  const last = Math.max(from.column, to.column);
  if (first === last) return [first, first + 1];
  return Array.from({ length: last - first }, (_, index) => first + 1 + index);
}

/** A stretch of a channel or a gutter. */
export type Stretch = { line: number; start: number; end: number };

/** The track of each stretch within its line, from 0: short ones first, and never two over each other. */
export function trackStretches(stretches: readonly Stretch[]): number[] {
  const tracks = new Array<number>(stretches.length).fill(0);
  const taken: (Stretch & { track: number })[] = [];
  const byLength = [...stretches.entries()].toSorted(([, a], [, b]) => a.end - a.start - (b.end - b.start));
  for (const [index, stretch] of byLength) {
    const meeting = taken.filter(
      (other) => other.line === stretch.line && other.start <= stretch.end && stretch.start <= other.end,
    );
    let track = 0;
    while (meeting.some((other) => other.track === track)) track += 1;
    tracks[index] = track;
    taken.push({ ...stretch, track });
  }
  return tracks;
}

/** How many tracks each of `count` lines needs. */
export const tracksNeeded = (count: number, stretches: readonly Stretch[], tracks: readonly number[]) =>
  Array.from({ length: count }, (_, line) =>
    Math.max(
      0,
      ...stretches.flatMap((stretch, index) => (stretch.line === line ? [(tracks[index] ?? 0) + 1] : [])),
    ),
  );
