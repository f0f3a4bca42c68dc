/** A recommendation: the verdict, its reasons, and scores by the rubric. Who abstains scores nothing. */
import { CRITERIA, criteriaOf, RUBRIC_VERSION } from '#schemas/rubric.ts';
import { VERDICT_LABELS } from '#schemas/workflow.ts';
import { Radios } from '#site/forms/fields/Choices.tsx';
import { Group } from '#site/forms/fields/Group.tsx';
import { options, Select } from '#site/forms/fields/Select.tsx';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { useField } from '#site/forms/form.ts';
import { Audience } from '../forms/Audience.tsx';
import { scoreLabels } from '../rubric.ts';
import { useOpened } from '../submission/context.ts';
import { ActionForm } from './ActionForm.tsx';

export const Recommend = () => (
  <ActionForm action="recommend" button="Save my recommendation">
    <Audience reader="desk">
      <Questions />
    </Audience>
  </ActionForm>
);

function Questions() {
  const { revision } = useOpened().submission;
  const abstains = useField('verdict').text === 'abstain';
  return (
    <>
      <Radios
        name="verdict"
        legend={`What do you recommend for revision ${revision}?`}
        hint="If you recommend again, only the last counts. To step down from this review, take yourself off it."
        required
        labels={VERDICT_LABELS}
      />
      <TextArea name="note" label={abstains ? 'Why do you abstain?' : 'Your reasons'} required max={2_000} />
      {!abstains && <Rubric />}
    </>
  );
}

function Rubric() {
  const { kind } = useOpened().submission;
  return (
    <Group
      name="rubric"
      legend="Scores"
      hint={`Rubric ${RUBRIC_VERSION}. From 1, not at all, to 4, fully.`}
      required
    >
      {criteriaOf(kind).map((criterion) => {
        const { name, asks } = CRITERIA[criterion];
        return (
          <div key={criterion}>
            <Select
              name={`rubric.${criterion}.score`}
              label={name}
              hint={asks}
              empty="Choose a score"
              required
            >
              {options(scoreLabels(criterion))}
            </Select>
            <TextField
              name={`rubric.${criterion}.because`}
              label={`${name}: why this score?`}
              width="xl"
              required
            />
          </div>
        );
      })}
    </Group>
  );
}
