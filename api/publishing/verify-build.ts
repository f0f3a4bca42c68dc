/** Checks `provenance.json`: that it can be read, and that one follows another with nothing changed or taken away unsaid. Pure. */
import { z } from 'zod';
import { type BuildProvenance, buildProvenance, type Fingerprint } from '#schemas/build-provenance.ts';
import { FOLDERS } from '#schemas/published.ts';
import { Broken, broken, sha256 } from './verify-record.ts';

/** A `provenance.json` by the name that messages give it, with the hash that the next one says. */
export type HeldList = { name: string; sha256: string; list: BuildProvenance };

/** Read one. Throws `Broken` on what is none, or names a file twice. */
export function readList(name: string, bytes: Uint8Array): HeldList {
  const parsed = buildProvenance.safeParse(jsonOf(name, bytes));
  if (!parsed.success) throw new Broken(`${name} is no provenance.json:\n${z.prettifyError(parsed.error)}`);
  const files = parsed.data.records.map(({ file }) => file);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice) throw broken(`${name} lists a file twice.`, `${twice} once`, `${twice} again`);
  return { name, sha256: sha256(bytes), list: parsed.data };
}

function jsonOf(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Broken(`${name} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * Check that lists follow one another, given from the oldest to the newest or the other way round. Answers the newest, if
 * there is any, and what holds.
 */
export function verifyLists(lists: readonly HeldList[]): { newest: HeldList | undefined; holds: string[] } {
  const [first, second] = lists;
  const isNewestFirst = second !== undefined && first?.list.predecessor === second.sha256;
  const inOrder = isNewestFirst ? lists.toReversed() : lists;
  const holds = inOrder.slice(1).map((list, index) => verifyLink(inOrder[index] ?? list, list));
  return { newest: inOrder.at(-1), holds };
}

/**
 * Check that the newer names the older, and that what the older lists of submitted records is unchanged in the newer or has
 * a notice. What editors compile they may change.
 */
function verifyLink(older: HeldList, newer: HeldList): string {
  if (newer.list.predecessor !== older.sha256)
    throw broken(
      `${newer.name} does not follow ${older.name}.`,
      `predecessor ${older.sha256}`,
      `predecessor ${newer.list.predecessor ?? 'none: it says it is the first'}`,
    );
  const now = new Map(newer.list.records.map((listed) => [listed.file, listed]));
  for (const listed of older.list.records) verifyKept(listed, now, newer.name);
  return `${newer.name} names ${older.name} as its predecessor, and nothing that was published went or changed unsaid`;
}

function verifyKept(before: Fingerprint, now: ReadonlyMap<string, Fingerprint>, name: string): void {
  if (before.kind !== 'tombstone' && before.chain === null) return;
  const after = now.get(before.file);
  if (!after && now.has(noticeOf(before))) return;
  if (after?.sha256 === before.sha256) return;
  throw broken(
    `${name}: ${before.file} is not what it was.`,
    `SHA-256 ${before.sha256}, or the notice of its retirement`,
    after ? `SHA-256 ${after.sha256}` : 'no such file, and no notice',
  );
}

function noticeOf({ file, slug }: Fingerprint): string {
  const [folder = FOLDERS.lesson] = file.split('/');
  return `${folder}/${slug}.retired.yaml`;
}
