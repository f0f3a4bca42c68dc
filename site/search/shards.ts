/** Divides the rows of the index, in the order of their terms, into parts that are loaded one at a time. */
import { type PackedRow, packRow, printRow, type Row } from './rows.ts';

/** `from`: the shortest beginning that tells the terms of the shard, and all later ones, from those before it. */
export type PackedShard = { from: string; rows: string[] };

/** What naming one more shard costs each reader, in characters before compression. */
const COST = 24;
const LEAST = 4_000;

/** `rows`: by term, ascending. A term that fills half a shard gets one of its own. */
export function packShards(rows: readonly Row[]): PackedShard[] {
  const packed = rows.map(packRow);
  const room = roomFor(packed.reduce((sum, row) => sum + sizeOf(row), 0));
  const groups: PackedRow[][] = [];
  let left = 0;
  for (const row of packed) {
    const size = sizeOf(row);
    if (size > left || size > room / 2) {
      groups.push([]);
      left = size > room / 2 ? size : room;
    }
    groups.at(-1)?.push(row);
    left -= size;
  }
  return groups.map((group, index) => packGroup(group, groups[index - 1]?.at(-1)?.term ?? ''));
}

const sizeOf = ({ term, documents }: PackedRow) => term.length + documents.length;

/** Fewer shards make the list of them shorter and each of them longer; the sum is least at the square root. */
const roomFor = (total: number) => Math.max(LEAST, Math.sqrt(total * COST));

const packGroup = (group: readonly PackedRow[], before: string): PackedShard => ({
  from: separator(before, group[0]?.term ?? ''),
  rows: group.map((row, index) => printRow(row, group[index - 1]?.term ?? '')),
});

/** The shortest beginning of `term` that comes after `before`. */
function separator(before: string, term: string): string {
  let length = 0;
  while (length < term.length && term.slice(0, length) <= before) length += 1;
  return term.slice(0, length);
}
