/** Names what was found by its kind and words, wherever it stands: kept once, it is kept in later revisions too. */
import { createHash } from 'node:crypto';
import type { IdentityFinding } from '#schemas/identity-finding.ts';

/** SHA-256 in hex. */
export const findingHash = ({ kind, text }: Pick<IdentityFinding, 'kind' | 'text'>): string =>
  createHash('sha256').update(`${kind}\0${text}`).digest('hex');
