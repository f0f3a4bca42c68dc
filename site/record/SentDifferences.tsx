/** What became of a submission between two of its revisions, word by word. */
import type { VNode } from 'preact';
import type { Content } from '#schemas/submission.ts';
import { ChangedFields } from './ChangedFields.tsx';
import { changedFields } from './sent-differences.ts';

export function SentDifferences({ before, after }: { before: Content; after: Content }): VNode {
  const changed = changedFields(before, after);
  return changed.length === 0 ? (
    <p>Nothing differs between these two.</p>
  ) : (
    <ChangedFields changed={changed} />
  );
}
