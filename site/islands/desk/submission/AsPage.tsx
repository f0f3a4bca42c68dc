/** The record as the public would read it: nothing else of the submission becomes public. A short lesson has none yet. */
import { isShort } from '#schemas/submission.ts';
import { PublicRecord } from '#site/record/PublicRecord.tsx';
import { ShortLesson } from '#site/record/ShortLesson.tsx';
import { useDesk } from '../context.ts';
import { submissionHash } from '../routes.ts';
import { useOpened } from './context.ts';
import { SectionHeading } from './SectionHeading.tsx';

export function AsPage() {
  const { steps, choices } = useDesk();
  const { id, record, content } = useOpened().submission;
  if (isShort(content))
    return (
      <>
        <SectionHeading>A short lesson</SectionHeading>
        <p>
          Two answers, and no page yet. Expand them into a whole lesson by{' '}
          <a href={submissionHash(id, 'revise')}>editing the text</a>; where something is missing, ask the
          submitter.
        </p>
        <div class="desk-sheet prose">
          <ShortLesson told={content} />
        </div>
      </>
    );
  return (
    <>
      <SectionHeading>As the page would read</SectionHeading>
      <p>This is all that would become public of the newest revision.</p>
      <div class="desk-sheet prose">
        {record && <PublicRecord record={record} steps={steps} choices={choices} />}
      </div>
    </>
  );
}
