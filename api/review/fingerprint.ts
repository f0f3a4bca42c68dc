/** What tells a stored file from every other: the hash of its bytes, of what it says, and the end of the record of its review. Pure. */
import type { Fingerprint } from '#schemas/build-provenance.ts';
import {
  FOLDERS,
  isPublishedOffering,
  type Provenance,
  type Published,
  type PublishedFile,
} from '#schemas/published.ts';

/** Where a version belongs in the folder of records, like `case-studies/two-rings.v1.yaml`; what editors compiled has no number. */
export function recordFile(published: Published): string {
  const { slug, version, provenance } = published;
  const folder = FOLDERS[isPublishedOffering(published) ? 'offering' : 'lesson'];
  return `${folder}/${slug}${provenance.origin === 'compiled' ? '' : `.v${version}`}.yaml`;
}

export const fileOf = (read: PublishedFile): string =>
  read.kind === 'tombstone'
    ? `${FOLDERS[read.of]}/${read.tombstone.slug}.retired.yaml`
    : recordFile(read.published);

/** `sha256`: of the bytes. The rest is what the file says of itself: `api/publishing/verify-record.ts` does not believe it. */
export function fingerprintOf(read: PublishedFile, sha256: string): Fingerprint {
  const file = fileOf(read);
  if (read.kind === 'tombstone')
    return { kind: 'tombstone', of: read.of, slug: read.tombstone.slug, file, sha256 };
  const { slug, version, contentHash, provenance } = read.published;
  return { kind: read.kind, slug, version, file, sha256, contentHash, chain: chainEnd(provenance) };
}

function chainEnd(provenance: Provenance) {
  if (provenance.origin === 'compiled') return null;
  return { length: provenance.events.length, head: provenance.events.at(-1)?.hash ?? null };
}
