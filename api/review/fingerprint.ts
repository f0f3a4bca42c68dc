/** What tells a stored file from every other: the hash of its bytes, of what it says, and the end of the record of its review. Pure. */
import type { Fingerprint } from '#schemas/build-provenance.ts';
import type { Provenance } from '#schemas/published.ts';
import { fileOf, type StoredFile } from './stored-names.ts';

/** `sha256`: of the bytes. The rest is what the file says of itself: `api/publishing/verify-record.ts` does not believe it. */
export function fingerprintOf(read: StoredFile, sha256: string): Fingerprint {
  const stored = { file: fileOf(read), sha256 };
  if (read.kind === 'tombstone')
    return { kind: read.kind, of: read.of, slug: read.tombstone.slug, ...stored };
  if (read.kind === 'lab_run') {
    const { offering, stay, procedure } = read.run;
    return { kind: read.kind, offering, stay, procedure, ...stored };
  }
  if (read.kind === 'comment') {
    const { text, version, number } = read.comment;
    return { kind: read.kind, text, version, number, ...stored };
  }
  const { slug, version, contentHash, provenance } = read.published;
  return { kind: read.kind, slug, version, ...stored, contentHash, chain: chainEnd(provenance) };
}

function chainEnd(provenance: Provenance) {
  if (provenance.origin === 'compiled') return null;
  return { length: provenance.events.length, head: provenance.events.at(-1)?.hash ?? null };
}
