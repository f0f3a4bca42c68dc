/** Fields in which two texts differ, each as one text with what was added and removed. */
import type { VNode } from 'preact';
import { ChangedWords } from './ChangedWords.tsx';
import type { ChangedField } from './differences.ts';

export const ChangedFields = ({ changed }: { changed: readonly ChangedField[] }): VNode => (
  <dl class="differences">
    {changed.map(({ label, parts }) => (
      <>
        <dt>{label}</dt>
        <dd class="as-written">
          <ChangedWords parts={parts} />
        </dd>
      </>
    ))}
  </dl>
);
