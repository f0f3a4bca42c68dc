/** What may give the submitter away in this revision: write something else, or keep it with a reason. */
import { applyAll } from '#api/review/identity-check/apply.ts';
import { KINDS } from '#api/review/identity-check/kinds.ts';
import { keptFinding } from '#schemas/decisions.ts';
import type { DeskSubmission } from '#schemas/desk.ts';
import { isLesson } from '#schemas/submission.ts';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import { useOpened } from './context.ts';

type Finding = DeskSubmission['findings'][number];

export function Findings() {
  const { findings } = useOpened().submission;
  if (findings.length === 0) return <p>The re-identification check found nothing.</p>;
  return (
    <ul class="desk-findings">
      {findings.map((finding) => (
        <li key={`${finding.path}@${finding.start}`}>
          <p>
            <mark>{finding.text}</mark> ({KINDS[finding.kind].label.toLowerCase()}) in{' '}
            <code>{finding.path.replace(/^content\./, '')}</code>. {finding.reason}
          </p>
          {finding.kept ? <Kept kept={finding.kept} /> : <Settle finding={finding} />}
        </li>
      ))}
    </ul>
  );
}

const Kept = ({ kept: { by, reason } }: { kept: NonNullable<Finding['kept']> }) => (
  <p class="desk-as-written">
    <strong>Kept</strong> by {by}: {reason}
  </p>
);

function Settle({ finding }: { finding: Finding }) {
  const { submission } = useOpened();
  const canRevise = submission.actions.some(({ action, blockedBy }) => action === 'revise' && !blockedBy);
  return (
    <>
      {canRevise && isLesson(submission.content) && <Generalise finding={finding} />}
      <details>
        <summary>Keep it, with a reason</summary>
        <KeepForm finding={finding} />
      </details>
    </>
  );
}

/** A revision by whoever presses it: it voids recommendations, as any other does, and is shown to the submitter at sign-off. */
function Generalise({ finding }: { finding: Finding }) {
  const { submission, moved } = useOpened();
  const { calls, say } = useDesk();
  const { id, revision, content } = submission;
  const write = async () => {
    if (!isLesson(content)) return;
    const { content: generalised } = applyAll({ content }, [finding]);
    const answer = await calls.act(id, 'revise', {
      revision,
      content: generalised,
      note: `Generalised: ${KINDS[finding.kind].label.toLowerCase()}`,
    });
    if (answer.ok) await moved('revise');
    else say(answer.refused.detail);
  };
  return (
    <button class="usa-button usa-button--outline" type="button" onClick={() => void write()}>
      {finding.proposal ? `Write “${finding.proposal}” instead` : 'Leave it empty'}
    </button>
  );
}

function KeepForm({ finding: { kind, text, path, start } }: { finding: Finding }) {
  const { submission, show } = useOpened();
  const { calls } = useDesk();
  const name = `keep ${submission.id} ${path}@${start}`;
  return (
    <DeskForm
      name={name}
      scope={`keep-${path.replace(/\W+/g, '-')}-${start}`}
      schema={keptFinding}
      also={{ kind, text }}
      send={(input) => calls.keepFinding(submission.id, input)}
      onDone={show}
      button="Keep it"
    >
      <TextField name="reason" label="Why may it stay?" hint="Only the desk reads this" required width="xl" />
    </DeskForm>
  );
}
