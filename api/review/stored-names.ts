/** What published files are called, from the folder of records. A name is used once, since no file is ever changed. Pure. */
import { type CommentRecord, isWithdrawn } from '#schemas/comment.ts';
import type { PublishedLabRun } from '#schemas/lab-run.ts';
import {
  FOLDERS,
  isPublishedOffering,
  type Published,
  type PublishedFile,
  STORED_FOLDERS,
} from '#schemas/published.ts';

/** All that is published as a file: a record or its notice, and what stands beside the records. */
export type StoredFile =
  | PublishedFile
  | { kind: 'lab_run'; run: PublishedLabRun }
  | { kind: 'comment'; comment: CommentRecord };

/** The file of anything that is published, like `case-studies/two-rings.v1.yaml`. */
export function fileOf(read: StoredFile): string {
  if (read.kind === 'tombstone') return `${FOLDERS[read.of]}/${read.tombstone.slug}.retired.yaml`;
  if (read.kind === 'lab_run') return labRunFile(read.run);
  if (read.kind === 'comment') return commentFile(read.comment);
  return recordFile(read.published);
}

/** What editors compiled has no number. */
export function recordFile(published: Published): string {
  const { slug, version, provenance } = published;
  const folder = FOLDERS[isPublishedOffering(published) ? 'offering' : 'lesson'];
  return `${folder}/${slug}${provenance.origin === 'compiled' ? '' : `.v${version}`}.yaml`;
}

type LabRunName = Pick<PublishedLabRun, 'offering' | 'stay' | 'procedure'>;

/** `offering`: the address of its page. */
export const labRunFile = ({ offering, stay, procedure }: LabRunName) =>
  `${STORED_FOLDERS.lab_run}/${offering}-${stay}-${procedure}.yaml` as const;

type CommentName = { text: string; version: string; number: number };
type CommentFile = `${typeof STORED_FOLDERS.comment}/${string}.yaml`;

const stemOf = ({ text, version, number }: CommentName) =>
  `${STORED_FOLDERS.comment}/${text.replace('/', '-')}.v${version}.c${number}` as const;

/** A corrected answer, and a withdrawal, have a file of their own in place of the one before. */
export function commentFile(comment: CommentRecord): CommentFile {
  if (isWithdrawn(comment)) return `${stemOf(comment)}.withdrawn.yaml`;
  return answerFile(comment, (comment.earlier?.length ?? 0) + 1);
}

/** `answer`: which answer to the comment, from 1. */
export const answerFile = (comment: CommentName, answer: number): CommentFile =>
  `${stemOf(comment)}${answer === 1 ? '' : `.a${answer}`}.yaml`;
