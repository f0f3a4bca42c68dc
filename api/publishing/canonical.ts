/** The one byte form of a value, for hashes and signatures: RFC 8785 JSON of NFC-normalised text. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * Write JSON canonically. Absent and `undefined` keys read the same. Throws a `TypeError` on what JSON cannot hold:
 * half a surrogate pair, an endless number, no value at all.
 */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(normalised(value));
  if (json === undefined) throw new TypeError('There is nothing here that JSON can hold');
  return json;
}

/** SHA-256 in hex over what a published file says: `{ schemaVersion, slug, record }`. */
export const contentHash = ({ schemaVersion, slug, record }: HashedContent): string =>
  createHash('sha256').update(canonicalJson({ schemaVersion, slug, record })).digest('hex');
export type HashedContent = { schemaVersion: number; slug: string; record: unknown };

/** Each text for itself: over the written JSON, a combining mark could join the letter of an escape. */
function normalised(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(normalised);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [normalised(key), normalised(held)]));
}
