/** Brings the form of a page that the API printed to life. What the API knows of it stands in the page, as data. */
import { hydrate } from 'preact';
import type { DraftView } from '#site/forms/draft/DraftForm.tsx';
import { dropLapsed, openMirror, thisBrowser } from '../mirror.ts';
import { DraftFormIsland } from './DraftFormIsland.tsx';

export async function startDraftForm(root: HTMLElement): Promise<void> {
  const view: DraftView = JSON.parse(root.dataset.view ?? '');
  const { draft, step } = view;
  const around = thisBrowser();
  dropLapsed(around.storage, new Date(), draft.id);
  const [mirror, Review] = await Promise.all([openMirror(around, `${draft.id}.${step}`), reviewOf(view)]);
  hydrate(<DraftFormIsland view={view} mirror={mirror} Review={Review} />, root);
}

/** The last step prints the whole page, which takes more than the others need. */
async function reviewOf({ step }: DraftView) {
  if (step === 'check') return (await import('#site/forms/draft/CheckAnswers.tsx')).CheckAnswers;
  return (await import('#site/forms/draft/StepFindings.tsx')).StepFindings;
}
