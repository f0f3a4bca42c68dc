/** Which part is shown. */
import type { FunctionComponent } from 'preact';
import { ReviseSection } from '../actions/Revise.tsx';
import type { Section } from '../routes.ts';
import { AsPage } from './AsPage.tsx';
import { AsSent } from './AsSent.tsx';
import { Beside } from './Beside.tsx';
import { Changes } from './Changes.tsx';
import { LabSection } from './LabSection.tsx';
import { RecordSection } from './RecordSection.tsx';
import { ReviewSection } from './ReviewSection.tsx';

const PARTS = {
  page: AsPage,
  sent: AsSent,
  beside: Beside,
  changes: Changes,
  review: ReviewSection,
  lab: LabSection,
  record: RecordSection,
  revise: ReviseSection,
} as const satisfies Record<Section, FunctionComponent>;

export function SectionOf({ section }: { section: Section }) {
  const Part = PARTS[section];
  return <Part />;
}
