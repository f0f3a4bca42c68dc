/** Tells instructions that the lab followed from those of today. Pure, and not for the browser. */
import { createHash } from 'node:crypto';
import type { Offering } from '#schemas/offering.ts';
import { canonicalJson } from '../publishing/canonical.ts';

/** SHA-256 in hex of the RFC 8785 JSON of the field `instructions`, its text in Unicode normalization form C. */
export const instructionsHash = ({ instructions }: Pick<Offering, 'instructions'>): string =>
  createHash('sha256').update(canonicalJson(instructions)).digest('hex');
