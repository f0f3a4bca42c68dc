/** What was learned, and which steps of the reference processes it speaks about. */
import type { VNode } from 'preact';
import { STEP_EFFECT_LABELS, STEP_USE_LABELS } from '#schemas/vocabulary.ts';
import { Rows } from '../fields/Rows.tsx';
import { options, Select } from '../fields/Select.tsx';
import { TextArea } from '../fields/TextArea.tsx';
import type { OfferedStep } from '../form.ts';

type Props = { steps: readonly OfferedStep[] };

export const Lessons = ({ steps }: Props) => (
  <section aria-labelledby="form-lessons">
    <h2 id="form-lessons">What you learned</h2>
    <Rows name="content.lessons" legend="Lessons" hint="One is enough. Say each in its own row." required>
      {(row) => (
        <>
          <TextArea
            name={`${row}.lesson`}
            label="What did you learn?"
            hint="One paragraph, like “The test ring held no machine with the old agent, so the failure showed only in production”"
            required
            max={500}
          />
          <TextArea
            name={`${row}.recommendation`}
            label="What should others do?"
            hint="One paragraph, like “Put one machine of every agent version into the first ring”"
            required
            max={500}
          />
          <Bearings name={`${row}.bearings` as `content.lessons[${number}].bearings`} steps={steps} />
        </>
      )}
    </Rows>
  </section>
);

function Bearings({ name, steps }: Props & { name: `content.lessons[${number}].bearings` }) {
  return (
    <Rows
      name={name}
      legend="Which steps does it speak about?"
      hint="Steps of the reference processes. Your lesson will stand on the page of each step that you choose."
    >
      {(row) => (
        <>
          <Select name={`${row}.step`} label="Step" required empty="Choose a step">
            {stepOptions(steps)}
          </Select>
          <Select name={`${row}.use`} label="What did you do with it?" required>
            {options(STEP_USE_LABELS)}
          </Select>
          <Select name={`${row}.effect`} label="What came of that?" required>
            {options(STEP_EFFECT_LABELS)}
          </Select>
        </>
      )}
    </Rows>
  );
}

/** Steps grouped under the titles of their processes, in the order in which they are given. */
function stepOptions(steps: readonly OfferedStep[]): VNode[] {
  return [...Map.groupBy(steps, ({ process }) => process)].map(([process, ofProcess]) => (
    <optgroup key={process} label={process}>
      {ofProcess.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  ));
}
