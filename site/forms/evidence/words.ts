/** Kind and size of a file, in words. */
import type { EvidenceFile, EvidenceType } from '#schemas/evidence.ts';

const KIND_WORDS = {
  'application/pdf': 'PDF',
  'image/png': 'PNG picture',
  'image/jpeg': 'JPEG picture',
  'image/webp': 'WebP picture',
  'text/csv': 'CSV table',
  'text/plain': 'plain text',
  'text/markdown': 'Markdown text',
} as const satisfies Record<EvidenceType, string>;

export const fileWords = ({ type, bytes }: Pick<EvidenceFile, 'type' | 'bytes'>) =>
  `${KIND_WORDS[type]}, ${sizeWords(bytes)}`;

/** Like “340 kB” and “1.2 MB”, of 1,024 each; never less than 1 kB. */
export function sizeWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? `${kilobytes} kB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
