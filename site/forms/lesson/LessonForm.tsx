/** The whole form that shares a lesson, on one page: what a form post to `POST /api/submissions` gets back when it is refused. */
import { HiddenField } from '../fields/HiddenField.tsx';
import type { OfferedStep } from '../form.ts';
import { SubmissionForm, type SubmissionFormProps } from '../SubmissionForm.tsx';
import { Consent } from './Consent.tsx';
import { ContactDetails } from './ContactDetails.tsx';
import { Details } from './Details.tsx';
import { HowYouAppear } from './HowYouAppear.tsx';
import { Lessons } from './Lessons.tsx';
import { ShortLesson } from './ShortLesson.tsx';
import { Timeline } from './Timeline.tsx';
import { WhatHappened } from './WhatHappened.tsx';
import { WhoMaySee } from './WhoMaySee.tsx';

type Props = Pick<SubmissionFormProps, 'values' | 'issues'> & { steps: readonly OfferedStep[] };

export function LessonForm({ values, issues, steps }: Props) {
  const isShort = values.form === 'short';
  return (
    <SubmissionForm id="lesson-form" kind="lesson" values={values} issues={issues}>
      <HiddenField name="form" value={isShort ? 'short' : 'full'} />
      {isShort ? <ShortLesson /> : <LessonSections steps={steps} />}
      <ContactDetails />
      <Consent />
    </SubmissionForm>
  );
}

/** The lesson itself, without contact and consent: what is sent again after changes were requested. */
export const LessonSections = ({ steps }: { steps: readonly OfferedStep[] }) => (
  <>
    <WhatHappened />
    <Timeline />
    <Lessons steps={steps} />
    <Details />
    <HowYouAppear />
    <WhoMaySee />
  </>
);
