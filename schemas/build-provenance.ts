/**
 * `provenance.json`: what one build of the site publishes, each file by its hash, and the hash of the `provenance.json`
 * before it. Whoever keeps a copy can tell later whether anything that was published has been changed or taken away unsaid.
 */
import { z } from 'zod';
import { sha256 } from './published.ts';
import { slug } from './text.ts';
import { SUBMISSION_KINDS } from './vocabulary.ts';

const stored = {
  slug,
  file: z
    .string()
    .regex(/^(?:case-studies|offerings)\/[a-z][a-z0-9-]*(?:\.v[1-9]\d*|\.retired)?\.yaml$/)
    .meta({ description: 'Where it is in the folder of records, which the site serves as /data/records/' }),
  sha256: sha256.meta({ description: 'Of the bytes of the file' }),
};

const chain = z
  .strictObject({
    length: z.int().nonnegative().meta({ description: 'Lines of the record of its review' }),
    head: sha256.nullable().meta({ description: 'The hash of the last line; null where there is none' }),
  })
  .meta({ id: 'ChainEnd' });

const version = {
  ...stored,
  version: z.int().positive(),
  contentHash: sha256,
  chain: chain
    .nullable()
    .meta({ description: 'null where editors compiled it: nobody submitted it, so there was no review' }),
};

/** What tells one stored file from every other. */
export const fingerprint = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('case'), ...version }).meta({ id: 'CaseFingerprint' }),
    z.strictObject({ kind: z.literal('offering'), ...version }).meta({ id: 'OfferingFingerprint' }),
    z
      .strictObject({ kind: z.literal('tombstone'), of: z.enum(SUBMISSION_KINDS), ...stored })
      .meta({ id: 'TombstoneFingerprint' }),
  ])
  .meta({ id: 'Fingerprint' });
export type Fingerprint = z.infer<typeof fingerprint>;

export const buildProvenance = z
  .strictObject({
    schemaVersion: z.literal(1),
    builtOn: z.iso.date().meta({ description: 'The day of the build, in UTC, without a time of day' }),
    predecessor: sha256
      .nullable()
      .meta({ description: 'SHA-256 of the provenance.json that was served before; null in the first' }),
    records: z.array(fingerprint).meta({
      description: 'Every version of every record, and every notice of a retired one, by file name',
    }),
  })
  .meta({ id: 'BuildProvenance' });
export type BuildProvenance = z.infer<typeof buildProvenance>;
