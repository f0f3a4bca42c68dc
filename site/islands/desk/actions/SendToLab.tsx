/** Send an offering to the lab: choose what it runs, among what tries a claim of the offering in one of its scenarios. */
import { CAPABILITY_LABELS, SCENARIO_LABELS } from '#schemas/vocabulary.ts';
import { Checkboxes } from '#site/forms/fields/Choices.tsx';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { Audience } from '../forms/Audience.tsx';
import { useOpened } from '../submission/context.ts';
import { ActionForm } from './ActionForm.tsx';

export function SendToLab() {
  const { lab } = useOpened().submission;
  const fitting = lab?.fitting ?? [];
  if (fitting.length === 0)
    return (
      <p>
        No lab procedure tries what this offering claims in its scenarios, so there is nothing that the lab
        could run.
      </p>
    );
  return (
    <ActionForm action="send_to_lab" button="Send it to the lab">
      <Checkboxes
        name="procedures"
        legend="What should the lab run?"
        hint="Each tries one claim in one scenario. Every one that you choose gets a verdict."
        required
        labels={Object.fromEntries(
          fitting.map(({ id, title, scenario, capability }) => [
            id,
            `${title} (${SCENARIO_LABELS[scenario]}, ${CAPABILITY_LABELS[capability].toLowerCase()})`,
          ]),
        )}
      />
      <Audience reader="submitter">
        <TextArea
          name="note"
          label="What should the lab know, and when does it run?"
          hint="The lab reads it too."
          required
          max={2_000}
        />
      </Audience>
    </ActionForm>
  );
}
