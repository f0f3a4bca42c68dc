/**
 * `provenance.json`: what one build of the site publishes, each file by its hash, and the hash of the `provenance.json`
 * before it. Whoever keeps a copy can tell later whether anything that was published has been changed or taken away unsaid.
 */
import { z } from 'zod';
import { publishedComment } from './comment.ts';
import { publishedLabRun } from './lab-run.ts';
import { type StoredKind, sha256 } from './published.ts';
import { slug } from './text.ts';
import { SUBMISSION_KINDS } from './vocabulary.ts';

/** How files of each kind are called, from the folder of records. */
export const STORED_NAMES = {
  lesson: /^case-studies\/[a-z][a-z0-9-]*(?:\.v[1-9]\d*|\.retired)?\.yaml$/,
  offering: /^offerings\/[a-z][a-z0-9-]*(?:\.v[1-9]\d*|\.retired)\.yaml$/,
  lab_run: /^lab-runs\/[a-z][a-z0-9-]*-[1-9]\d*-[a-z]+(?:-[a-z]+)*\.yaml$/,
  comment:
    /^comments\/[a-z]+-[a-z0-9-]+\.v\d+\.\d+\.c[1-9]\d*(?:\.(?:a(?:[2-9]|[1-9]\d+)|withdrawn))?\.yaml$/,
} as const satisfies Record<StoredKind, RegExp>;

const fileNamed = (...names: readonly RegExp[]) => ({
  file: z
    .string()
    .regex(new RegExp(names.map(({ source }) => source).join('|')))
    .meta({ description: 'Where it is in the folder of records, which the site serves as /data/records/' }),
  sha256: sha256.meta({ description: 'Of the bytes of the file' }),
});
const stored = { slug, ...fileNamed(STORED_NAMES.lesson, STORED_NAMES.offering) };

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
    publishedLabRun
      .pick({ offering: true, stay: true, procedure: true })
      .extend({ kind: z.literal('lab_run'), ...fileNamed(STORED_NAMES.lab_run) })
      .meta({ id: 'LabRunFingerprint' }),
    publishedComment
      .pick({ text: true, version: true, number: true })
      .extend({ kind: z.literal('comment'), ...fileNamed(STORED_NAMES.comment) })
      .meta({ id: 'CommentFingerprint' }),
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
      description:
        'Every version of every record, every notice of a retired one, every run of the lab and every comment, by file name',
    }),
  })
  .meta({ id: 'BuildProvenance' });
export type BuildProvenance = z.infer<typeof buildProvenance>;
