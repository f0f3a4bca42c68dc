/** What became of a record, word by word, one field at a time. */
import type { ComponentChildren, VNode } from 'preact';
import type { CaseStudy } from '#schemas/case-study.ts';
import type { Offering } from '#schemas/offering.ts';
import { ChangedFields } from './ChangedFields.tsx';
import { changedRecord } from './differences.ts';
import type { Named } from './named.ts';

type Props = {
  before: CaseStudy | Offering;
  /** Of the same kind. */
  after: CaseStudy | Offering;
  named: Named;
  /** What stands there if no word of the two differs. */
  children: ComponentChildren;
};

export function RecordDifferences({ before, after, named, children }: Props): VNode {
  const changed = changedRecord(before, after, named);
  return changed.length === 0 ? <p>{children}</p> : <ChangedFields changed={changed} />;
}
