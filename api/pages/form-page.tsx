/** The lesson form answered again: after errors, or with a row more. */
import type { Issue } from '#schemas/problem.ts';
import type { OfferedStep } from '#site/forms/form.ts';
import { LessonForm } from '#site/forms/lesson/LessonForm.tsx';
import type { FormValues } from '#site/forms/names.ts';
import type { ApiPage } from './shell.tsx';

/** `values` come from `formValues` or `changedRows`: indexes in `issues` are those of their rows. */
export const formPage = (
  values: FormValues,
  issues: readonly Issue[],
  steps: readonly OfferedStep[],
): ApiPage => ({
  title: 'Share a lesson',
  content: (
    <div class="page__text">
      <LessonForm values={values} issues={issues} steps={steps} action="/api/submissions" />
    </div>
  ),
});
