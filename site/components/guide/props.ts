/** What every part of the guide is told: the number of its section, the level of headings in it, and whether it is for paper. */
import type { DEPTHS } from '#schemas/guide.ts';

export type PartProps = { number: string; level: 2 | 3; whole: boolean };
export type ItemProps = PartProps & { ids?: readonly string[] | undefined; depth: (typeof DEPTHS)[number] };
