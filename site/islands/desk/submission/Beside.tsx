/** The page as it would read now, beside what was sent: what became of it, and what stays inside, at one glance. */
import { useState } from 'preact/hooks';
import { isShort } from '#schemas/submission.ts';
import { PublicRecord } from '#site/record/PublicRecord.tsx';
import { ShortLesson } from '#site/record/ShortLesson.tsx';
import { useDesk } from '../context.ts';
import { useOpened } from './context.ts';
import { FieldList } from './FieldList.tsx';
import { type Revision, RevisionSelect } from './RevisionSelect.tsx';
import { SectionHeading } from './SectionHeading.tsx';

export const Beside = () => (
  <>
    <SectionHeading>The page, beside what was sent</SectionHeading>
    <div class="desk-beside">
      <Page />
      <Sent />
    </div>
  </>
);

function Page() {
  const { steps, choices } = useDesk();
  const { record, content, revision } = useOpened().submission;
  return (
    <section aria-labelledby="beside-page">
      <h3 id="beside-page">As the page would read</h3>
      <p>From revision {revision}, the newest.</p>
      <div class="desk-sheet prose">
        {isShort(content) && <ShortLesson told={content} />}
        {record && <PublicRecord record={record} steps={steps} choices={choices} />}
      </div>
    </section>
  );
}

function Sent() {
  const { revisions } = useOpened().submission;
  const [chosen, choose] = useState(sentLast(revisions));
  const shown = revisions.find(({ number }) => number === chosen);
  return (
    <section aria-labelledby="beside-sent">
      <h3 id="beside-sent">As it was sent</h3>
      <RevisionSelect id="beside-revision" label="Revision" {...{ revisions, chosen }} onChoose={choose} />
      {shown && <FieldList content={shown.content} />}
    </section>
  );
}

/** What the submitter wrote last; the revisions come newest first. */
const sentLast = (revisions: readonly Revision[]): number =>
  revisions.find(({ author }) => author === 'Submitter')?.number ?? 1;
