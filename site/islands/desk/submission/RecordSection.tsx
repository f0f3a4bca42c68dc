/** Who sent it, what was written to them, and everything that happened. */

import { Contact } from './Contact.tsx';
import { useOpened } from './context.ts';
import { Events } from './Events.tsx';
import { EvidenceFiles } from './EvidenceFiles.tsx';
import { HowRecorded } from './HowRecorded.tsx';
import { Letters } from './Letters.tsx';
import { SectionHeading } from './SectionHeading.tsx';

export function RecordSection() {
  const { id, mayReadContact } = useOpened().submission;
  return (
    <>
      <SectionHeading>Letters and record</SectionHeading>
      {mayReadContact && <Contact key={id} />}
      <HowRecorded />
      <EvidenceFiles />
      <Letters />
      <Events />
    </>
  );
}
