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
 * Check that lists follow one another, in whatever order they are given. Answers the newest and the oldest, if there is any,
 * and what holds, from the oldest link to the newest.
 */
export function verifyLists(lists: readonly HeldList[]): {
  newest: HeldList | undefined;
  oldest: HeldList | undefined;
  holds: string[];
} {
  const inOrder = oldestFirst(lists);
  const holds = inOrder.slice(1).map((list, index) => verifyLink(inOrder[index] ?? list, list));
  return { newest: inOrder.at(-1), oldest: inOrder[0], holds };
}

/** By what each names as its predecessor; as they are given where they make no chain, so that the check says what is missing. */
function oldestFirst(lists: readonly HeldList[]): readonly HeldList[] {
  const byHash = new Map(lists.map((list) => [list.sha256, list]));
  const named = new Set(lists.map(({ list }) => list.predecessor));
  const chain: HeldList[] = [];
  let next = lists.find(({ sha256 }) => !named.has(sha256));
  while (next) {
    chain.unshift(next);
    next = byHash.get(next.list.predecessor ?? '');
  }
  return chain.length === lists.length ? chain : lists;
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

function verifyKept(before: Fingerprint, now: Now, name: string): void {
  if ('chain' in before && before.chain === null) return;
  const after = now.get(before.file);
  if (!after && isReplaced(before, now)) return;
  if (after?.sha256 === before.sha256) return;
  throw broken(
    `${name}: ${before.file} is not what it was.`,
    `SHA-256 ${before.sha256}${INSTEAD[before.kind]}`,
    after ? `SHA-256 ${after.sha256}` : 'no such file, and no notice',
  );
}

const RETIRED = ', or the notice of its retirement';
/** What may stand in place of a file. A run of the lab stays, also when its offering is retired. */
const INSTEAD = {
  case: RETIRED,
  offering: RETIRED,
  tombstone: '',
  lab_run: '',
  comment: ', or a later answer, or the notice of its withdrawal',
} as const satisfies Record<Fingerprint['kind'], string>;

type Now = ReadonlyMap<string, Fingerprint>;

function isReplaced(before: Fingerprint, now: Now): boolean {
  if (before.kind === 'lab_run' || before.kind === 'tombstone') return false;
  if (before.kind === 'comment') return [...now.values()].some((one) => isLater(one, before));
  const [folder = FOLDERS.lesson] = before.file.split('/');
  return now.has(`${folder}/${before.slug}.retired.yaml`);
}

type CommentFile = Extract<Fingerprint, { kind: 'comment' }>;

const isLater = (one: Fingerprint, before: CommentFile): boolean =>
  one.kind === 'comment' &&
  one.text === before.text &&
  one.version === before.version &&
  one.number === before.number &&
  answerOf(one) > answerOf(before);

/** Which answer it is, by its file; nothing comes after a withdrawal. */
function answerOf({ file }: CommentFile): number {
  if (file.endsWith('.withdrawn.yaml')) return Number.POSITIVE_INFINITY;
  return Number(/\.a(\d+)\.yaml$/.exec(file)?.[1] ?? 1);
}
