/** A public record of either kind, by the component that prints its page. */
import type { VNode } from 'preact';
import type { CaseStudy as CaseRecord } from '#schemas/case-study.ts';
import type { Offering as OfferingRecord } from '#schemas/offering.ts';
import { CaseStudy } from './CaseStudy.tsx';
import type { RecordStep } from './Lessons.tsx';
import { Offering } from './Offering.tsx';
import type { OfferChoices } from './offer-choices.ts';

type Props = {
  record: CaseRecord | OfferingRecord;
  steps: readonly RecordStep[];
  choices: OfferChoices;
};

export const PublicRecord = ({ record, steps, choices }: Props): VNode =>
  'product' in record ? (
    <Offering record={record} choices={choices} />
  ) : (
    <CaseStudy record={record} steps={steps} />
  );
