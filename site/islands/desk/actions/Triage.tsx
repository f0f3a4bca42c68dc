/** Begin the review: choose the people who read it, and say of an offering whether it answers the call. */
import type { Responsiveness as ResponsivenessAnswers } from '#schemas/decisions.ts';
import { Checkboxes, Radios } from '#site/forms/fields/Choices.tsx';
import { Group } from '#site/forms/fields/Group.tsx';
import { useOpened } from '../submission/context.ts';
import { ActionForm } from './ActionForm.tsx';
import { labelledPeople } from './labelled-people.ts';

export function Triage() {
  const { available, kind } = useOpened().submission;
  return (
    <ActionForm action="triage" button="Begin the review">
      {kind === 'offering' && <Responsiveness />}
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

const YES_OR_NO = { yes: 'Yes', no: 'No' } as const;
const ASKED = {
  product: 'Does it name a product that can be had, and its version?',
  requirement: 'Does it address a requirement of the call?',
  contact: 'Can somebody answer the questions of the lab?',
} as const satisfies Record<keyof ResponsivenessAnswers, string>;

const Responsiveness = () => (
  <Group
    name="responsiveness"
    legend="Does it answer the call?"
    hint="Your answers go on the record. Where one is no, decline it and say what would mend it, or begin the review and ask for what is missing."
    required
  >
    {Object.entries(ASKED).map(([test, asks]) => (
      <Radios key={test} name={`responsiveness.${test}`} legend={asks} required labels={YES_OR_NO} />
    ))}
  </Group>
);
