/** What may give the submitter away in this revision: accept the proposal, write something else, or waive it with a reason. */
import { KINDS } from '#api/review/identity-check/kinds.ts';
import { keptFinding } from '#schemas/decisions.ts';
import type { DeskSubmission } from '#schemas/desk.ts';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import { useOpened } from './context.ts';
import { AcceptProposals, OwnWords, useGeneralise } from './Generalise.tsx';

type Finding = DeskSubmission['findings'][number];

export function Findings() {
  const { findings } = useOpened().submission;
  const canGeneralise = useGeneralise() !== undefined;
  if (findings.length === 0) return <p>The re-identification check found nothing.</p>;
  const open = findings.filter(({ kept }) => !kept);
  return (
    <>
      {open.length > 0 && canGeneralise && (
        <p>
          Whoever changes the words writes a revision: recommendations so far no longer count, and their own
          will not count on it. The submitter sees each change before signing.
        </p>
      )}
      {open.length > 1 && canGeneralise && (
        <AcceptProposals findings={open} button={`Accept all ${open.length} proposals`} />
      )}
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
    </>
  );
}

const Kept = ({ kept: { by, reason } }: { kept: NonNullable<Finding['kept']> }) => (
  <p class="desk-as-written">
    <strong>Waived</strong> by {by}: {reason}
  </p>
);

function Settle({ finding }: { finding: Finding }) {
  const canGeneralise = useGeneralise() !== undefined;
  const { proposal } = finding;
  return (
    <>
      {canGeneralise && (
        <>
          <AcceptProposals
            findings={[finding]}
            button={proposal ? `Accept the proposal: “${proposal}”` : 'Accept the proposal: leave it empty'}
          />
          <details>
            <summary>Write something else instead</summary>
            <OwnWords finding={finding} />
          </details>
        </>
      )}
      <details class="desk-waive">
        <summary>Waive it, with a reason</summary>
        <Waive finding={finding} />
      </details>
    </>
  );
}

function Waive({ finding: { kind, text, path, start } }: { finding: Finding }) {
  const { submission, show } = useOpened();
  const { calls } = useDesk();
  return (
    <DeskForm
      name={`waive ${submission.id} ${path}@${start}`}
      scope={`waive-${path.replace(/\W+/g, '-')}-${start}`}
      schema={keptFinding}
      also={{ kind, text }}
      send={(input) => calls.keepFinding(submission.id, input)}
      onDone={show}
      button="Waive it"
    >
      <TextField name="reason" label="Why may it stay?" hint="Only the desk reads this" required width="xl" />
    </DeskForm>
  );
}
