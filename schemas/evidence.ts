/** Files that support a submission: which kinds are taken, how many and how large, and what is said of each. */
import { z } from 'zod';

export const EVIDENCE_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'text/csv',
  'text/plain',
  'text/markdown',
] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

/** How the name of a stored file ends. */
export const ENDINGS = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'text/csv': 'csv',
  'text/plain': 'txt',
  'text/markdown': 'md',
} as const satisfies Record<EvidenceType, string>;

export const EVIDENCE_KINDS = 'PDF, PNG, JPEG, WebP, CSV, plain text and Markdown';

/** Of one submission: so many of its submitter’s, and so many of the desk’s. */
export const MOST_FILES = 10;
/** Bytes of one file, as it is sent and as it is stored: 100 MB of each side. */
export const MOST_BYTES = 10 * 1024 * 1024;
export const LONGEST_NAME = 80;

export const EVIDENCE_ADDERS = ['submitter', 'desk'] as const;

export const evidenceFile = z
  .strictObject({
    id: z.uuid(),
    name: z.string().meta({ description: 'Ours, unless the submitter chose to keep theirs' }),
    type: z.enum(EVIDENCE_TYPES),
    bytes: z.int().positive(),
    addedBy: z.enum(EVIDENCE_ADDERS).meta({
      description: '`submitter`: theirs, also where an editor recorded it for them',
    }),
  })
  .meta({ id: 'EvidenceFile', description: 'A file as it is stored: rebuilt, without metadata' });
export type EvidenceFile = z.infer<typeof evidenceFile>;

export const evidenceAdded = z
  .strictObject({ evidence: z.array(evidenceFile) })
  .meta({ id: 'EvidenceAdded' });
export type EvidenceAdded = z.infer<typeof evidenceAdded>;
