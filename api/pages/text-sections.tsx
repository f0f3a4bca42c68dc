/** The fields of the text that was sent last, for sending it again: of a lesson, a short one, or an offering. */
import { type Content, isOffering, isShort } from '#schemas/submission.ts';
import { HiddenField } from '#site/forms/fields/HiddenField.tsx';
import type { OfferedStep } from '#site/forms/form.ts';
import { LessonSections } from '#site/forms/lesson/LessonForm.tsx';
import { ShortLesson } from '#site/forms/lesson/ShortLesson.tsx';
import { OfferingSections } from '#site/forms/offering/OfferingForm.tsx';
import type { OfferChoices } from '#site/record/offer-choices.ts';

type Props = { content: Content; steps: readonly OfferedStep[]; choices: OfferChoices };

export function TextSections({ content, steps, choices }: Props) {
  if (isOffering(content))
    return (
      <>
        <HiddenField name="kind" value="offering" />
        <OfferingSections choices={choices} />
      </>
    );
  return (
    <>
      <HiddenField name="kind" value="lesson" />
      <HiddenField name="form" value={isShort(content) ? 'short' : 'full'} />
      {isShort(content) ? <ShortLesson /> : <LessonSections steps={steps} />}
    </>
  );
}
