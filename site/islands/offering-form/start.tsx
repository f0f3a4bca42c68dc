/** The pages that the API prints when an offering was sent: the form that came back, and the receipt. */
import { hydrate } from 'preact';
import type { ReturnedOffering } from '#site/forms/offering/OfferingForm.tsx';
import { openSent } from './kept-offering.ts';
import { OfferingFormIsland } from './OfferingFormIsland.tsx';

export function startReturnedOffering(root: HTMLElement): void {
  const { choices, ...returned }: ReturnedOffering = JSON.parse(root.dataset.view ?? '');
  hydrate(<OfferingFormIsland choices={choices} returned={returned} />, root);
}

/** The server has it: this browser need not keep it any more. */
export async function forgetSentOffering(): Promise<void> {
  (await openSent()).drop();
}
