/** The published file: a record, its hash, and where it comes from. */
import { z } from 'zod';
import { caseStudy } from './case-study.ts';
import { offering } from './offering.ts';
import { slug } from './text.ts';
import { type SubmissionKind, VETTINGS } from './vocabulary.ts';
import { ACTOR_KINDS } from './workflow.ts';

export const SCHEMA_VERSION = 1;

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'Expected a SHA-256 in lower-case hex');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Expected a month, like 2026-11');

/**
 * One line of the record of a review. `mac` is an HMAC of the payload under a key of this submission alone,
 * so that payload and key can be erased and the chain still verifies.
 */
export const eventLine = z
  .strictObject({
    seq: z.int().positive(),
    type: z.string().max(40),
    actor: z.enum(ACTOR_KINDS),
    month,
    mac: sha256,
    hash: sha256.meta({
      description: 'SHA-256 of the RFC 8785 JSON of {previous hash, seq, type, actor, month, mac}',
    }),
  })
  .meta({ id: 'EventLine' });
export type EventLine = z.infer<typeof eventLine>;

const compiled = z
  .strictObject({
    origin: z.literal('compiled'),
    vetting: z
      .enum(VETTINGS)
      .meta({ description: 'How far the editors’ reading of public records has been checked' }),
    compiledOn: z.iso.date(),
    reviewedOn: z.iso.date().meta({ description: 'When it was last read against its sources' }),
    notes: z.string().max(500).optional().meta({ description: 'What a reader should know of the vetting' }),
  })
  .meta({ id: 'CompiledProvenance' });

const submitted = z
  .strictObject({
    origin: z.literal('submitted'),
    publishedOn: month,
    rounds: z.int().positive().meta({ description: 'How often it went through review' }),
    recommendations: z
      .int()
      .nonnegative()
      .meta({ description: 'People who recommended publishing this revision' }),
    conflicts: z
      .literal('none')
      .meta({ description: 'Nobody with a declared or computed conflict could see or decide it' }),
    rubricVersion: z.string().max(20),
    changes: z.string().max(500).optional().meta({ description: 'What this version changes' }),
    events: z.array(eventLine),
  })
  .meta({ id: 'SubmittedProvenance' });

export const provenance = z.discriminatedUnion('origin', [compiled, submitted]).meta({ id: 'Provenance' });
export type Provenance = z.infer<typeof provenance>;

/** `contentHash`: SHA-256 of the RFC 8785 JSON of NFC-normalised {schemaVersion, slug, record}. */
const envelope = {
  schemaVersion: z.literal(SCHEMA_VERSION),
  slug,
  version: z.int().positive(),
  contentHash: sha256,
};

export const publishedCase = z
  .strictObject({ ...envelope, record: caseStudy, provenance })
  .meta({ id: 'PublishedCaseStudy' });
export type PublishedCase = z.infer<typeof publishedCase>;

/** Nobody but its vendor offers a product, so an offering is never compiled. */
export const publishedOffering = z
  .strictObject({ ...envelope, record: offering, provenance: submitted })
  .meta({ id: 'PublishedOffering' });
export type PublishedOffering = z.infer<typeof publishedOffering>;

export type Published = PublishedCase | PublishedOffering;
export const isPublishedOffering = (published: Published): published is PublishedOffering =>
  'product' in published.record;

/** What stays at the address of a retired case or offering. */
export const tombstone = z
  .strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    slug,
    retiredOn: month,
    reason: z.string().max(300),
    versions: z
      .int()
      .positive()
      .optional()
      .meta({ description: 'How many versions there were: their addresses lead to this notice, too' }),
  })
  .meta({ id: 'Tombstone' });
export type Tombstone = z.infer<typeof tombstone>;

/** Where the records of each kind of submission are kept. */
export const FOLDERS = { lesson: 'case-studies', offering: 'offerings' } as const satisfies Record<
  SubmissionKind,
  string
>;

/** Everything that is published as a file: records by the kind of submission, and what stands beside them. */
export const STORED_FOLDERS = { ...FOLDERS, lab_run: 'lab-runs', comment: 'comments' } as const;
export type StoredKind = keyof typeof STORED_FOLDERS;

/** What a file of the records holds. `of`: what stood at the address of a tombstone. */
export type PublishedFile =
  | { kind: 'case'; published: PublishedCase }
  | { kind: 'offering'; published: PublishedOffering }
  | { kind: 'tombstone'; of: SubmissionKind; tombstone: Tombstone };
