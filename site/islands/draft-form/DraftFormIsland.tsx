/** The form in steps, hydrated: saves as one types, adds rows in place, and goes on only when everything is saved. */
import type { ComponentChildren } from 'preact';
import { DraftForm, type DraftView } from '#site/forms/draft/DraftForm.tsx';
import { SavingNote } from './SavingNote.tsx';
import { useStep } from './use-step.ts';

type Props = { view: DraftView; review?: ComponentChildren };

export function DraftFormIsland({ view, review }: Props) {
  const { progress, enhanced, ...form } = useStep(view);
  const { stored, saving } = progress;
  return (
    <DraftForm
      {...view}
      {...form}
      draft={stored}
      isStale={saving.is === 'stale'}
      enhanced={enhanced}
      review={review}
    >
      {enhanced && <SavingNote saving={saving} expiresAt={stored.expiresAt} />}
    </DraftForm>
  );
}
