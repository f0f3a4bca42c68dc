/** The lab writes down what it saw at each step, and the verdict. It can be written again until the results are sent. */
import { type DeskLabRun, LAB_STEP_RESULT_LABELS, labRecord } from '#schemas/lab-run.ts';
import { type KnownProcedure, LAB_VERDICT_LABELS, LAB_VERDICTS } from '#schemas/lab-test.ts';
import { Radios } from '#site/forms/fields/Choices.tsx';
import { Group } from '#site/forms/fields/Group.tsx';
import { HiddenField } from '#site/forms/fields/HiddenField.tsx';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { TextField } from '#site/forms/fields/TextField.tsx';
import type { FormValues } from '#site/forms/names.ts';
import { useDesk } from '../context.ts';
import { Audience } from '../forms/Audience.tsx';
import { DeskForm } from '../forms/DeskForm.tsx';
import { useOpened } from './context.ts';
import { RunFiles } from './RunFiles.tsx';

type Props = { run: DeskLabRun; procedure: KnownProcedure };

export function RecordRun({ run, procedure }: Props) {
  const { calls, say } = useDesk();
  const { submission, show } = useOpened();
  return (
    <details>
      <summary>
        {run.recorded ? 'Record it again' : 'Record what you found'}
        <span class="usa-sr-only">: {run.title}</span>
      </summary>
      <DeskForm
        name={`lab-run ${run.id}`}
        scope={`run-${run.id}`}
        schema={labRecord}
        start={recordedIn(run)}
        also={{ procedureVersion: procedure.version }}
        send={(record) => calls.recordLabRun(submission.id, run.id, record)}
        onDone={(newest) => {
          show(newest);
          say(`Recorded: ${run.title}.`);
        }}
        button="Save the record"
      >
        <Audience reader="public">
          <About />
          {procedure.steps.map((step, index) => (
            <Step key={step.do} step={step} number={index + 1} />
          ))}
          <Conclusion procedure={procedure} />
        </Audience>
        <RunFiles run={run} />
      </DeskForm>
    </details>
  );
}

/** What was recorded before, as the fields hold it. */
function recordedIn({ recorded }: DeskLabRun): FormValues {
  if (!recorded) return {};
  const { verdict, productVersion, environment, ranOn, results, summary, files } = recorded;
  const found = results.map(({ result, seen }, index) => ({
    step: `${index + 1}`,
    result,
    seen: seen ?? '',
  }));
  const deskOnly = files.filter((file) => file.deskOnly);
  return {
    verdict,
    productVersion,
    environment,
    ranOn,
    summary,
    results: found,
    files: files.map(({ id }) => id),
    deskOnly: deskOnly.map(({ id }) => id),
  };
}

const About = () => (
  <>
    <p>Name nobody: the record says that the lab ran it, and not who.</p>
    <TextField name="productVersion" label="Which version did you try?" required width="medium" />
    <TextField
      name="ranOn"
      label="On which day did the run end?"
      hint="Like 2026-11-22"
      required
      width="medium"
    />
    <TextArea name="environment" label="What did you try it on?" required max={2_000} />
  </>
);

function Step({ step, number }: { step: KnownProcedure['steps'][number]; number: number }) {
  const row = `results[${number - 1}]`;
  const decisive = step.decisive ? ' This step is decisive.' : '';
  return (
    <Group
      name={row}
      legend={`Step ${number}: ${step.do}`}
      hint={`Expected: ${step.expect}${decisive}`}
      required
    >
      <HiddenField name={`${row}.step`} value={`${number}`} />
      <Radios
        name={`${row}.result`}
        legend={`What did you see at step ${number}?`}
        labels={LAB_STEP_RESULT_LABELS}
      />
      <TextArea
        name={`${row}.seen`}
        label={`What was seen at step ${number}`}
        hint="Needed if it was not as expected: what was seen instead, or why it was not done"
        max={2_000}
        rows={2}
      />
    </Group>
  );
}

const Conclusion = ({ procedure: { verdicts, record } }: { procedure: KnownProcedure }) => (
  <>
    <Radios
      name="verdict"
      legend="Verdict"
      required
      labels={Object.fromEntries(
        LAB_VERDICTS.map((verdict) => [verdict, `${LAB_VERDICT_LABELS[verdict]}: ${verdicts[verdict]}`]),
      )}
    />
    <TextArea
      name="summary"
      label="Summary"
      hint={`What was found, with what the procedure asks to write down: ${record.join('; ')}.`}
      required
      max={2_000}
      rows={6}
    />
  </>
);
