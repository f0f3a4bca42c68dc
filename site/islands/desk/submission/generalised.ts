/** A lesson without what may give somebody away. Pure. */
import { applyAll } from '#api/review/identity-check/apply.ts';
import { KINDS } from '#api/review/identity-check/kinds.ts';
import type { IdentityFinding } from '#schemas/identity-finding.ts';
import type { LessonContent } from '#schemas/submission.ts';

/** With the proposal of each finding in its place. */
export const generalised = (content: LessonContent, findings: readonly IdentityFinding[]): LessonContent =>
  applyAll({ content }, findings).content;

/** What the submitter reads of it at sign-off: which kinds of words, and not the words. */
export function generalisedNote(findings: readonly IdentityFinding[]): string {
  const labels = new Set(findings.map(({ kind }) => KINDS[kind].label.toLowerCase()));
  return `Generalised: ${[...labels].join(', ')}`;
}
