/** What every detector shares: the shape of a match, and how a proposal is fitted into its sentence. */
import type { IdentityKind } from '#schemas/identity-finding.ts';

/** A place in one text, in UTF-16 offsets, and what to write instead. */
export type Match = { kind: IdentityKind; start: number; end: number; proposal: string };

/** Looks at one text and says what it finds there; matches may overlap. Must take time linear in the text. */
export type Detector = (text: string) => Match[];

/** Read every match of a global `pattern`; what `read` does not recognise is passed over. */
export const matchesOf = (
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Match | undefined,
): Match[] => [...text.matchAll(pattern)].map(read).filter((match) => match !== undefined);

/** Where a match, or what its group `code` caught, begins and ends. The pattern needs the flag `d` for a group. */
export function placeOf(match: RegExpExecArray): { start: number; end: number } {
  const [start, end] = match.indices?.groups?.['code'] ?? [match.index, match.index + match[0].length];
  return { start, end };
}

const REACH = 48;
/** The end of what stands before `start`: enough for a word or two, and short, so that looking back costs the same everywhere. */
export const before = (text: string, start: number) => text.slice(Math.max(0, start - REACH), start);
/** The beginning of what stands after `end`. */
export const after = (text: string, end: number) => text.slice(end, end + REACH);

/** Whether a sentence, a paragraph or an entry of a list begins at `start`. */
export const beginsSentence = (text: string, start: number) =>
  start <= 1
    ? /^["“‘(]?$/.test(text.slice(0, start))
    : /(?:[.!?]["”’)]?\s|\n(?:[-*] )?)["“‘(]?$/.test(text.slice(Math.max(0, start - 6), start));

/** Whether `start` lies within an address of the web, where a phrase with spaces would break it. */
export const inAddress = (text: string, start: number, end: number) =>
  /[/@]$/.test(before(text, start)) || /^(?::\d|\/\w)/.test(after(text, end));

/** Write `phrase` with a capital where a sentence begins. */
export const fitted = (text: string, start: number, phrase: string) =>
  beginsSentence(text, start) ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase;
