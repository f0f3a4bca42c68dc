/** The form in steps, hydrated: saves as one types, adds rows in place, and goes on only when everything is saved. */
import type { FunctionComponent } from 'preact';
import { DraftForm, type DraftView } from '#site/forms/draft/DraftForm.tsx';
import { type FormStep, withPart } from '#site/forms/draft/steps.ts';
import type { OfferedStep } from '#site/forms/form.ts';
import type { FormValues } from '#site/forms/names.ts';
import type { Mirror } from '../mirror.ts';
import { SavingNote } from './SavingNote.tsx';
import { Suggestions } from './Suggestions.tsx';
import { usePaused } from './use-paused.ts';
import { useStep } from './use-step.ts';

/** Milliseconds without a key after which what was typed is looked at. */
const PAUSE = 800;

type Props = {
  view: DraftView;
  mirror: Mirror;
  /** See `review` of the form. Given the whole draft: what stands at this step, and what the server has of the others. */
  Review: FunctionComponent<{ step: FormStep; values: FormValues; steps: readonly OfferedStep[] }>;
};

export function DraftFormIsland({ view, mirror, Review }: Props) {
  const { progress, enhanced, step, ...form } = useStep(view, mirror);
  const { stored, saving } = progress;
  const values = withPart(stored.values, step, usePaused(form.typed, PAUSE));
  return (
    <DraftForm
      {...view}
      {...form}
      draft={stored}
      isStale={saving.is === 'stale'}
      enhanced={enhanced}
      review={
        <>
          <Review step={step} values={values} steps={view.steps} />
          <Suggestions step={step} values={values} />
        </>
      }
    >
      {enhanced && <SavingNote saving={saving} expiresAt={stored.expiresAt} />}
    </DraftForm>
  );
}
