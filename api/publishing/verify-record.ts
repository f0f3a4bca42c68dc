/** Checks published files as a stranger does, who believes nothing that a file says of itself. Pure. */
import { createHash } from 'node:crypto';
import { lineHash, verifyChain } from '#api/review/events.ts';
import { fingerprintOf } from '#api/review/fingerprint.ts';
import type { StoredFile } from '#api/review/stored-names.ts';
import type { BuildProvenance, Fingerprint } from '#schemas/build-provenance.ts';
import { isWithdrawn } from '#schemas/comment.ts';
import { LAB_VERDICT_LABELS } from '#schemas/lab-test.ts';
import type { EventLine, Provenance, StoredKind } from '#schemas/published.ts';
import { contentHash } from './canonical.ts';
import { parseStored, storedRecord } from './record.ts';

/** The first thing that does not hold. The message says where, what was expected, and what was found. */
export class Broken extends Error {
  override name = 'Broken';
}

export const broken = (where: string, expected: string, found: string): Broken =>
  new Broken(`${where}\n  expected: ${expected}\n  found:    ${found}`);

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * A file by the name that messages give it. `of`: what the folder holds that it was found in. `file`: where it is among the
 * records, if that is known.
 */
export type HeldFile = { name: string; of: StoredKind; file?: string; bytes: Uint8Array };
/** A file that is not published, such as one that the lab gave its vendor. */
export type LooseFile = { name: string; bytes: Uint8Array };
/** What holds of a file, in words, and by what it can be compared. */
export type Verified = { name: string; read: StoredFile; fingerprint: Fingerprint; holds: string[] };

/** Check a file by itself: that it can be read, and that its text and the record of its review hash to what it says. */
export function verifyFile({ name, of, file, bytes }: HeldFile): Verified {
  const text = decode(name, bytes);
  const read = attempt(`${name} cannot be read`, () => parseStored(text, of));
  const fingerprint = fingerprintOf(read, sha256(bytes));
  if (file !== undefined && file !== fingerprint.file)
    throw broken(`${name} holds another record than its name says.`, file, fingerprint.file);
  return { name, read, fingerprint, holds: holdsOf(name, read, text) };
}

/** What a file says of itself, checked where it can be: a run of the lab and a comment have no hash of their own. */
function holdsOf(name: string, read: StoredFile, text: string): string[] {
  if (read.kind === 'tombstone') return ['the notice of a retired record'];
  if (read.kind === 'lab_run')
    return [`a run of the lab: ${LAB_VERDICT_LABELS[read.run.verdict].toLowerCase()}`];
  if (read.kind === 'comment')
    return [isWithdrawn(read.comment) ? 'the notice of a withdrawn comment' : 'a comment with its answer'];
  return [
    `version ${read.published.version}`,
    `its text has the hash ${verifyText(name, text)}`,
    verifyReview(name, read.published.provenance),
  ];
}

/** As it is stored, whatever its schema version. */
function verifyText(name: string, text: string): string {
  const stored = storedRecord(text);
  const hash = contentHash(stored);
  if (hash === stored.contentHash) return hash;
  throw broken(
    `${name}: the text was changed, or its contentHash.`,
    `a text with the hash ${stored.contentHash}, which the file says is signed`,
    `a text with the hash ${hash}`,
  );
}

function verifyReview(name: string, provenance: Provenance): string {
  if (provenance.origin === 'compiled') return 'compiled; there is no chain';
  const { events } = provenance;
  if (events.length === 0) throw broken(`${name}: the record of its review.`, 'a chain of events', 'none');
  const checked = verifyChain(events);
  if (checked.ok) return `its chain of ${events.length} review events holds`;
  const at = checked.brokenAt - 1;
  throw broken(
    `${name}: line ${at + 1} of the record of its review does not follow.`,
    ...lineFault(events, at),
  );
}

/** What the line at this index had to be, and what it is. */
function lineFault(events: readonly EventLine[], index: number): [expected: string, found: string] {
  const line = events[index];
  if (!line) return ['a line', 'none'];
  if (line.seq !== index + 1) return [`seq ${index + 1}`, `seq ${line.seq}`];
  return [`hash ${lineHash(events[index - 1]?.hash, line)}`, `hash ${line.hash}`];
}

/** Check a file against what a build listed: every part of its fingerprint. */
export function verifyListed({ name, fingerprint }: Verified, list: BuildProvenance): string {
  const listed = list.records.find(({ file }) => file === fingerprint.file);
  const where = `provenance.json of ${list.builtOn}`;
  if (!listed) throw broken(`${name}: ${where} does not list it.`, fingerprint.file, 'no such file');
  const [is, should] = [partsOf(fingerprint), partsOf(listed)];
  for (const [part, expected] of Object.entries(should))
    if (is[part] !== expected)
      throw broken(
        `${name}: its ${part} is another than in ${where}.`,
        String(expected),
        String(is[part] ?? 'none'),
      );
  return `it is the file that ${where} lists`;
}

/** By the words for them; what tells most comes first. */
function partsOf(one: Fingerprint): Record<string, string | number> {
  const bytes = { kind: one.kind, 'SHA-256': one.sha256 };
  if (one.kind === 'lab_run')
    return { offering: one.offering, stay: one.stay, procedure: one.procedure, ...bytes };
  if (one.kind === 'comment') return { text: one.text, version: one.version, number: one.number, ...bytes };
  if (one.kind === 'tombstone') return { slug: one.slug, ...bytes };
  const { slug, version, contentHash, chain } = one;
  const review = chain
    ? { 'number of review events': chain.length, 'head of the chain': chain.head ?? 'none' }
    : { 'number of review events': 'compiled; there is no chain' };
  return { version, contentHash, ...review, slug, ...bytes };
}

/** Check that the review of each version goes on where that of the one before it ended. */
export function verifySuccession(files: readonly Verified[]): void {
  const ends = new Map<string, { name: string; end: EventLine }>();
  for (const { name, published, events } of submittedIn(files)) {
    const before = ends.get(published.slug);
    const found = before && events[before.end.seq - 1];
    if (before && found?.hash !== before.end.hash)
      throw broken(
        `${name}: the record of its review does not go on from ${before.name}.`,
        `hash ${before.end.hash} in line ${before.end.seq}`,
        `hash ${found?.hash ?? 'none'}`,
      );
    const end = events.at(-1);
    if (end) ends.set(published.slug, { name, end });
  }
}

/** Versions that came through review, oldest first. */
const submittedIn = (files: readonly Verified[]) =>
  files
    .flatMap(({ name, read }) =>
      'published' in read && read.published.provenance.origin === 'submitted'
        ? [{ name, published: read.published, events: read.published.provenance.events }]
        : [],
    )
    .toSorted((a, b) => a.published.version - b.published.version);

/** Check that somebody’s file is one that the lab kept of a run, among the runs that were checked. */
export function verifyLabFile({ name, bytes }: LooseFile, files: readonly Verified[]): string {
  const hash = sha256(bytes);
  for (const { name: run, read } of files) {
    const kept = read.kind === 'lab_run' && read.run.files?.find((file) => file.sha256 === hash);
    if (kept) return `${name}: it is “${kept.name}”, a file of the run ${run}`;
  }
  throw broken(`${name}: no run of the lab that was given lists it.`, 'its SHA-256 in a run', hash);
}

function decode(name: string, bytes: Uint8Array): string {
  return attempt(`${name} cannot be read`, () => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function attempt<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Broken(`${what}: ${error instanceof Error ? error.message : error}`);
  }
}
