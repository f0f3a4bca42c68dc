/** What the ids in a record are called, where somebody reads it as plain text. One that is not known goes by itself. Pure. */
import type { RecordStep } from './Lessons.tsx';
import type { OfferChoices } from './offer-choices.ts';

export type Named = { steps: readonly RecordStep[]; choices: OfferChoices };

export const NOTHING_NAMED: Named = { steps: [], choices: { requirements: [], roles: [], questions: [] } };

/** “Install on the canary ring” of “Emergency patching”. */
export function stepName({ steps }: Named, id: string): string {
  const step = steps.find((one) => one.id === id);
  return step ? `“${step.name}” of “${step.process}”` : id;
}

export function requirementName({ choices }: Named, id: string): string {
  const requirement = choices.requirements.find((one) => one.id === id);
  return requirement ? `“${requirement.requires}”` : id;
}

export function placeName({ choices }: Named, id: string): string {
  const place = choices.roles.find((one) => one.id === id);
  return place ? `${place.name}, in “${place.architecture}”` : id;
}

export const questionWords = ({ choices }: Named, id: string): string =>
  choices.questions.find((one) => one.id === id)?.asks ?? `${id}:`;
