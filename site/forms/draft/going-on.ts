/** Where the buttons of a step lead, and what keeps one at it: the same with scripts and without. */
import type { Draft, FormName } from '#schemas/draft.ts';
import type { Issue } from '#schemas/problem.ts';
import { submission } from '#schemas/submission.ts';
import { draftStepPath, PATHS } from '#site/paths.ts';
import { checkForm } from '../check.ts';
import { type FormStep, nextStep, stepBefore, toSend, typedWrong } from './steps.ts';

/** What stands at a step of a saved draft and cannot be taken as it is. */
export function wrongAt(values: Draft['values'], step: FormStep): Issue[] {
  const checked = checkForm(submission, toSend(values));
  return checked.ok ? [] : typedWrong(checked.issues, values, step);
}

/** `go`: the value of the button that was pressed. */
export function addressAfter(form: FormName, step: FormStep, go: unknown): string {
  if (go === 'next') return draftStepPath(nextStep(form, step).id);
  if (go === 'back') return draftStepPath(stepBefore(form, step).id);
  return PATHS.draft;
}
