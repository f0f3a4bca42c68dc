/**
 * The lists of what was published before: each `provenance.json` names the one before it by its hash, and stays to be had
 * under that hash, so that anybody can follow them back.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { earlierProvenance, FILES } from '#site/paths.ts';

/** More than a year of nights. Older ones go; whoever wants to compare with them keeps a copy. */
const MOST_LISTS = 400;
/** Bytes of all of them. Ten thousand records are listed in about five million. */
const MOST_BYTES = 128_000_000;

/** Where a list stands in the build that is served, and where in the next one. */
export type Kept = { from: string; to: string };
type Bounds = { lists: number; bytes: number };

/**
 * The lists that the next build keeps, the newest first: that of `served`, a folder, and those that it kept itself. `files`:
 * the paths of its files, in which those that it kept stand in their order.
 */
export async function earlierLists(
  served: string,
  files: readonly string[],
  { lists, bytes }: Bounds = { lists: MOST_LISTS, bytes: MOST_BYTES },
): Promise<Kept[]> {
  if (!files.includes(FILES.provenance)) return [];
  const own = {
    from: FILES.provenance,
    to: earlierProvenance(await hashOf(path.join(served, FILES.provenance))),
  };
  const before = files.filter(isEarlier).map((file) => ({ from: file, to: file }));
  const kept: Kept[] = [];
  let size = 0;
  for (const one of [own, ...before].slice(0, lists)) {
    size += (await fs.stat(path.join(served, one.from))).size;
    if (size > bytes) break;
    kept.push(one);
  }
  return kept;
}

const FOLDER = path.posix.dirname(earlierProvenance(''));
const isEarlier = (file: string) => path.posix.dirname(file) === FOLDER;

const hashOf = async (file: string) =>
  createHash('sha256')
    .update(await fs.readFile(file))
    .digest('hex');
