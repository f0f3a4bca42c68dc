/** What became of a submission between two of its revisions, word by word. */
import type { VNode } from 'preact';
import type { Content } from '#schemas/submission.ts';
import { ChangedFields } from './ChangedFields.tsx';
import type { Named } from './named.ts';
import { changedFields } from './sent-differences.ts';

type Props = { before: Content; after: Content; named: Named };

export function SentDifferences({ before, after, named }: Props): VNode {
  const changed = changedFields(before, after, named);
  return changed.length === 0 ? (
    <p>Nothing differs between these two.</p>
  ) : (
    <ChangedFields changed={changed} />
  );
}
