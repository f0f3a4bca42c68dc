/** One revision field by field. */
import { useState } from 'preact/hooks';
import { useOpened } from './context.ts';
import { FieldList } from './FieldList.tsx';
import { RevisionSelect } from './RevisionSelect.tsx';
import { SectionHeading } from './SectionHeading.tsx';

export function AsSent() {
  const { revisions, revision } = useOpened().submission;
  const [chosen, choose] = useState(revision);
  const shown = revisions.find(({ number }) => number === chosen);
  return (
    <>
      <SectionHeading>As it was sent</SectionHeading>
      <p>All fields, also those that only the desk may read. What the submitter kept out was never stored.</p>
      <RevisionSelect id="sent-revision" label="Revision" {...{ revisions, chosen }} onChoose={choose} />
      {shown && <FieldList content={shown.content} />}
    </>
  );
}
