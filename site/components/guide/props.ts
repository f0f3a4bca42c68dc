/** What every part of the guide is told: how much of an item to print, at which level of heading, and whether for paper. */
import type { DEPTHS } from '#schemas/guide.ts';

export type PartProps = { level: 2 | 3; whole: boolean };
export type ItemProps = PartProps & { ids?: readonly string[] | undefined; depth: (typeof DEPTHS)[number] };
