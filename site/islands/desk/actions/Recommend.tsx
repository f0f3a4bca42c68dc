/** A recommendation: the verdict, its reasons, and scores by the rubric. */
import { VERDICT_LABELS } from '#schemas/workflow.ts';
import { Radios } from '#site/forms/fields/Choices.tsx';
import { Group } from '#site/forms/fields/Group.tsx';
import { options, Select } from '#site/forms/fields/Select.tsx';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { Audience } from '../forms/Audience.tsx';
import { CRITERIA, CRITERION_NAMES, scoreLabels } from '../rubric.ts';
import { useOpened } from '../submission/context.ts';
import { ActionForm } from './ActionForm.tsx';

export function Recommend() {
  const { revision } = useOpened().submission;
  return (
    <ActionForm action="recommend" button="Save my recommendation">
      <Audience reader="desk">
        <Radios
          name="verdict"
          legend={`What do you recommend for revision ${revision}?`}
          hint="If you recommend again, only the last counts."
          required
          labels={VERDICT_LABELS}
        />
        <TextArea name="note" label="Your reasons" required max={2_000} />
        <Rubric />
      </Audience>
    </ActionForm>
  );
}

const Rubric = () => (
  <Group
    name="rubric"
    legend="Scores"
    hint="Score all four, or none if you abstain. 1 is not at all, 4 is fully."
  >
    {CRITERION_NAMES.map((criterion) => (
      <Select
        key={criterion}
        name={`rubric.${criterion}`}
        label={CRITERIA[criterion].name}
        hint={CRITERIA[criterion].asks}
        empty="Not scored"
      >
        {options(scoreLabels(criterion))}
      </Select>
    ))}
  </Group>
);
