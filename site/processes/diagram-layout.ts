/**
 * Where the steps of a process stand in its diagram: one row a step from top to bottom, one lane an actor, and a track on
 * the left for each decision that leads elsewhere than to the next step. Pure; units are pixels.
 */
import type { Process, Step } from '#schemas/process.ts';

const LANE = 28;
const TRACK = 12;
const HEAD = 116;
const TEXT = 300;
const NAME_LENGTH = 40;
const EXIT_LENGTH = 46;
/** Of a line of text, and of the room around the lines of a step. */
export const LINE = 16;
const LEAST_ROW = 46;
const ROW_MARGIN = 16;

export type PlacedStep = {
  id: string;
  x: number;
  y: number;
  isDecision: boolean;
  /** Its name, and the other processes that its decision can lead to, in lines that fit. */
  lines: StepLine[];
};
export type StepLine = { text: string; kind: 'name' | 'exit' };
/** A way from one row to another: to the next row straight, to others by way of a track at `trackX`. */
export type Way = { from: PlacedStep; to: PlacedStep; trackX: number | undefined };
export type Diagram = {
  width: number;
  height: number;
  lanes: { name: string; x: number }[];
  textX: number;
  steps: PlacedStep[];
  ways: Way[];
};

/** `titles` names the processes that a decision may lead to. */
export function layoutDiagram({ roles, steps }: Process, titles: ReadonlyMap<string, string>): Diagram {
  const actors = roles.filter(({ id }) => steps.some(({ actor }) => actor === id));
  const jumps = jumpsOf(steps);
  const tracks = assignTracks(jumps);
  const left = (Math.max(-1, ...tracks) + 2) * TRACK;
  const laneX = new Map(actors.map(({ id }, index) => [id, left + LANE * (index + 0.5)]));
  let height = HEAD;
  const placed = steps.map((step, index) => {
    const lines = linesOf(step, index, titles);
    const row = Math.max(LEAST_ROW, lines.length * LINE + ROW_MARGIN);
    height += row;
    const isDecision = step.decision !== undefined;
    return { id: step.id, x: laneX.get(step.actor) ?? left, y: height - row / 2, isDecision, lines };
  });
  const textX = left + LANE * actors.length + 10;
  return {
    width: textX + TEXT,
    height,
    lanes: actors.map(({ id, name }) => ({ name, x: laneX.get(id) ?? left })),
    textX,
    steps: placed,
    ways: waysOf(steps, placed, jumps, tracks),
  };
}

type Jump = { from: number; to: number };

/** Rows that a step can lead to within the process, each once. A step without a decision leads to the next. */
function targetsOf({ decision }: Step, index: number, steps: readonly Step[]): number[] {
  if (!decision) return index + 1 < steps.length ? [index + 1] : [];
  const inside = decision.options.filter(({ process, goTo }) => !process && goTo !== 'end');
  return [...new Set(inside.map(({ goTo }) => steps.findIndex(({ id }) => id === goTo)))];
}

const jumpsOf = (steps: readonly Step[]): Jump[] =>
  steps.flatMap((step, from) =>
    targetsOf(step, from, steps)
      .filter((to) => to !== from + 1)
      .map((to) => ({ from, to })),
  );

/** The track of each jump, counted from the lanes outwards: short ones inside, and never two over each other. */
export function assignTracks(jumps: readonly Jump[]): number[] {
  const spans = jumps.map(({ from, to }) => [Math.min(from, to), Math.max(from, to)] as const);
  const tracks = new Array<number>(jumps.length).fill(0);
  const taken: (readonly [number, number])[][] = [];
  const length = (index: number) => (spans[index]?.[1] ?? 0) - (spans[index]?.[0] ?? 0);
  for (const index of [...spans.keys()].sort((a, b) => length(a) - length(b))) {
    const span = spans[index];
    if (!span) continue;
    const isFree = (track: readonly (readonly [number, number])[]) =>
      track.every(([low, high]) => high < span[0] || span[1] < low);
    const free = taken.findIndex(isFree);
    if (free === -1) taken.push([span]);
    else taken[free]?.push(span);
    tracks[index] = free === -1 ? taken.length - 1 : free;
  }
  return tracks;
}

function waysOf(steps: readonly Step[], placed: PlacedStep[], jumps: Jump[], tracks: number[]): Way[] {
  const outermost = Math.max(-1, ...tracks);
  const way = (from: number, to: number, trackX: number | undefined): Way[] => {
    const [start, end] = [placed[from], placed[to]];
    return start && end ? [{ from: start, to: end, trackX }] : [];
  };
  const straight = steps.flatMap((step, index) =>
    targetsOf(step, index, steps).includes(index + 1) ? way(index, index + 1, undefined) : [],
  );
  const around = jumps.flatMap(({ from, to }, index) =>
    way(from, to, (outermost - (tracks[index] ?? 0) + 1) * TRACK),
  );
  return [...straight, ...around];
}

function linesOf({ name, decision }: Step, index: number, titles: ReadonlyMap<string, string>): StepLine[] {
  const others = (decision?.options ?? []).flatMap(({ process }) => process ?? []);
  const exits = [...new Set(others)].map((process) => titles.get(process) ?? process);
  return [
    ...wrapped(`${index + 1}. ${name}`, NAME_LENGTH).map((text) => ({ text, kind: 'name' as const })),
    ...(exits.length > 0 ? wrapped(`or to: ${exits.join(', ')}`, EXIT_LENGTH) : []).map((text) => ({
      text,
      kind: 'exit' as const,
    })),
  ];
}

/** Break text between words into lines of at most `length` characters; a longer word has a line of its own. */
export function wrapped(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
