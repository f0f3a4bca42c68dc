/** What became of a record, word by word, one field at a time. */
import type { ComponentChildren, VNode } from 'preact';
import type { CaseStudy } from '#schemas/case-study.ts';
import type { Offering } from '#schemas/offering.ts';
import { ChangedWords } from './ChangedWords.tsx';
import { changedRecord } from './differences.ts';

type Props = {
  before: CaseStudy | Offering;
  /** Of the same kind. */
  after: CaseStudy | Offering;
  /** What stands there if no word of the two differs. */
  children: ComponentChildren;
};

export function RecordDifferences({ before, after, children }: Props): VNode {
  const changed = changedRecord(before, after);
  if (changed.length === 0) return <p>{children}</p>;
  return (
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
}
