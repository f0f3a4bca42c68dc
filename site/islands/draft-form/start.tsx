/** Brings the form of a page that the API printed to life. What the API knows of it stands in the page, as data. */
import { hydrate } from 'preact';
import type { DraftView } from '#site/forms/draft/DraftForm.tsx';
import { DraftFormIsland } from './DraftFormIsland.tsx';

export async function startDraftForm(root: HTMLElement): Promise<void> {
  const view: DraftView = JSON.parse(root.dataset.view ?? '');
  const review = view.step === 'check' ? await reviewOf(view) : false;
  hydrate(<DraftFormIsland view={view} review={review} />, root);
}

async function reviewOf({ draft, steps }: DraftView) {
  const { CheckAnswers } = await import('#site/forms/draft/CheckAnswers.tsx');
  return <CheckAnswers values={draft.values} steps={steps} />;
}
