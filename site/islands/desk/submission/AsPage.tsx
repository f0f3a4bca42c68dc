/** The record as the public would read it: nothing else of the submission becomes public. */
import { CaseStudy } from '#site/record/CaseStudy.tsx';
import { useDesk } from '../context.ts';
import { useOpened } from './context.ts';
import { SectionHeading } from './SectionHeading.tsx';

export function AsPage() {
  const { steps } = useDesk();
  const { record } = useOpened().submission;
  return (
    <>
      <SectionHeading>As the page would read</SectionHeading>
      <p>This is all that would become public of the newest revision.</p>
      <div class="desk-sheet prose">
        <CaseStudy record={record} steps={steps} titled />
      </div>
    </>
  );
}
