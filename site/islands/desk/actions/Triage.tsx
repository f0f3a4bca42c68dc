/** Begin the review: choose the people who read it. */
import { Checkboxes } from '#site/forms/fields/Choices.tsx';
import { useOpened } from '../submission/context.ts';
import { ActionForm } from './ActionForm.tsx';
import { labelledPeople } from './labelled-people.ts';

export function Triage() {
  const { available } = useOpened().submission;
  return (
    <ActionForm action="triage" button="Begin the review">
      <Checkboxes
        name="reviewers"
        legend="Who reads it?"
        hint="Choose two or more. Those with the fewest open reviews come first; nobody in the list has a known conflict of interest."
        required
        labels={labelledPeople(available)}
      />
    </ActionForm>
  );
}
