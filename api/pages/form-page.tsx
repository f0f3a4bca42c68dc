/** A form that sends a submission, answered again: after errors, or with a row more. */
import type { Issue } from '#schemas/problem.ts';
import type { OfferedStep } from '#site/forms/form.ts';
import { LessonForm } from '#site/forms/lesson/LessonForm.tsx';
import type { FormValues } from '#site/forms/names.ts';
import { OfferingForm } from '#site/forms/offering/OfferingForm.tsx';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import type { ApiPage } from './shell.tsx';

type Known = { steps: readonly OfferedStep[]; choices: OfferChoices };
const ACTION = '/api/submissions';

/** `values` come from `formValues` or `changedRows`: indexes in `issues` are those of their rows. */
export const formPage = (values: FormValues, issues: readonly Issue[], { steps, choices }: Known): ApiPage =>
  values.kind === 'offering'
    ? {
        title: 'Send an offering',
        content: (
          <div class="page__text">
            <OfferingForm values={values} issues={issues} choices={choices} action={ACTION} />
          </div>
        ),
      }
    : {
        title: 'Share a lesson',
        content: (
          <div class="page__text">
            <LessonForm values={values} issues={issues} steps={steps} action={ACTION} />
          </div>
        ),
      };
