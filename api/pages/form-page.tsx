/**
 * A form that sends a submission, answered again: after errors, or with a row more. The script of the site's shell hydrates
 * that of an offering.
 */
import type { Issue } from '#schemas/problem.ts';
import type { OfferedStep } from '#site/forms/form.ts';
import { LessonForm } from '#site/forms/lesson/LessonForm.tsx';
import type { FormValues } from '#site/forms/names.ts';
import { OfferingForm, type ReturnedOffering } from '#site/forms/offering/OfferingForm.tsx';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import type { ApiPage } from './shell.tsx';

type Known = { steps: readonly OfferedStep[]; choices: OfferChoices };

/** `values` come from `formValues` or `changedRows`: indexes in `issues` are those of their rows. */
export const formPage = (values: FormValues, issues: readonly Issue[], { steps, choices }: Known): ApiPage =>
  values.kind === 'offering'
    ? offeringPage({ values, issues, choices })
    : {
        title: 'Share a lesson',
        content: (
          <div class="page__text">
            <LessonForm values={values} issues={issues} steps={steps} />
          </div>
        ),
      };

const offeringPage = (returned: ReturnedOffering): ApiPage => ({
  title: 'Send an offering',
  content: (
    <div class="page__text">
      <div id="offering" data-view={JSON.stringify(returned)}>
        <OfferingForm {...returned} />
      </div>
    </div>
  ),
});
