/**
 * The record of a review: a chain of lines that can be published without telling what was said or who said it.
 * Each line holds an HMAC of its payload under a key of that submission alone. Erase payload and key, and the chain still verifies.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { EventLine } from '#schemas/published.ts';
import type { ActorKind } from '#schemas/workflow.ts';
import { canonicalJson } from '../publishing/canonical.ts';

/** What happened. `month` is `YYYY-MM`: a finer time could be matched with a sent mail. `payload` is any JSON. */
export type ReviewEvent = { type: string; actor: ActorKind; month: string; payload: unknown };

/** Compute the line that follows `previous`, or the first line, under the key of the submission. */
export function nextEvent(previous: EventLine | undefined, event: ReviewEvent, key: Uint8Array): EventLine {
  const { type, actor, month, payload } = event;
  const seq = (previous?.seq ?? 0) + 1;
  const line = { seq, type, actor, month, mac: macOf(seq, payload, key) };
  return { ...line, hash: lineHash(previous?.hash, line) };
}

/** Say whether `payload` is what `line` stands for. Needs the key, so only while neither is erased. */
export const verifyPayload = (line: EventLine, payload: unknown, key: Uint8Array): boolean =>
  timingSafeEqual(Buffer.from(line.mac, 'hex'), Buffer.from(macOf(line.seq, payload, key), 'hex'));

export type ChainCheck = { ok: true } | { ok: false; brokenAt: number };

/**
 * Check a whole chain, from its first line. `brokenAt` is the number of the first line that does not follow, counted from 1.
 * Lines cut off at the end, or a last line made anew, show only against `head`, the hash of the last line as published elsewhere.
 */
export function verifyChain(lines: readonly EventLine[], head?: string): ChainCheck {
  let previous: EventLine | undefined;
  for (const [index, line] of lines.entries()) {
    const follows = line.seq === index + 1 && line.hash === lineHash(previous?.hash, line);
    if (!follows) return { ok: false, brokenAt: index + 1 };
    previous = line;
  }
  if (head !== undefined && previous?.hash !== head) return { ok: false, brokenAt: lines.length + 1 };
  return { ok: true };
}

/** With its place in the chain, so that the same words said twice do not look alike. */
const macOf = (seq: number, payload: unknown, key: Uint8Array) =>
  createHmac('sha256', key)
    .update(canonicalJson({ seq, payload: payload ?? null }))
    .digest('hex');

/** The hash that a line must have after one of hash `previous`; `undefined` before the first. */
export function lineHash(
  previous: string | undefined,
  { seq, type, actor, month, mac }: Omit<EventLine, 'hash'>,
) {
  const covered = canonicalJson({ previous: previous ?? null, seq, type, actor, month, mac });
  return createHash('sha256').update(covered).digest('hex');
}
