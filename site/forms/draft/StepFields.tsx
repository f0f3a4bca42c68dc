/** The questions of each step, by its id. */
import type { VNode } from 'preact';
import type { OfferedStep } from '../form.ts';
import { Consent } from '../lesson/Consent.tsx';
import { ContactDetails } from '../lesson/ContactDetails.tsx';
import { Details } from '../lesson/Details.tsx';
import { HowYouAppear } from '../lesson/HowYouAppear.tsx';
import { Lessons } from '../lesson/Lessons.tsx';
import { ShortLesson } from '../lesson/ShortLesson.tsx';
import { Timeline } from '../lesson/Timeline.tsx';
import { WhatHappened } from '../lesson/WhatHappened.tsx';
import { WhoMaySee } from '../lesson/WhoMaySee.tsx';
import type { FormStep } from './steps.ts';

const FIELDS: Record<string, (props: { steps: readonly OfferedStep[] }) => VNode> = {
  'what-happened': () => <WhatHappened />,
  timeline: () => <Timeline />,
  lessons: ({ steps }) => <Lessons steps={steps} />,
  evidence: () => (
    <>
      <Details />
      <p>
        Files that support it can be added on the page of your submission, once you have confirmed your
        address.
      </p>
    </>
  ),
  'how-you-appear': () => (
    <>
      <HowYouAppear />
      <WhoMaySee />
    </>
  ),
  'two-minutes': () => <ShortLesson />,
  check: () => (
    <>
      <ContactDetails />
      <Consent />
    </>
  ),
};

export const StepFields = ({ step, steps }: { step: FormStep; steps: readonly OfferedStep[] }) =>
  FIELDS[step.id]?.({ steps }) ?? null;
