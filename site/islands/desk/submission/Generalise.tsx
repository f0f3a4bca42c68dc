/** Put other words in place of what may give somebody away: a revision, by the action of the workflow like any other. */
import { useState } from 'preact/hooks';
import { z } from 'zod';
import type { DeskSubmission } from '#schemas/desk.ts';
import { isLesson } from '#schemas/submission.ts';
import { line } from '#schemas/text.ts';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import type { Refused } from '../problem.ts';
import { useOpened } from './context.ts';
import { generalised, generalisedNote } from './generalised.ts';

type Finding = DeskSubmission['findings'][number];

/** Writes the proposals of findings; `undefined` where the text cannot be revised now. */
export function useGeneralise() {
  const { submission } = useOpened();
  const { calls } = useDesk();
  const { id, revision, content, actions } = submission;
  const canRevise = actions.some(({ action, blockedBy }) => action === 'revise' && !blockedBy);
  if (!canRevise || !isLesson(content)) return undefined;
  return (findings: readonly Finding[]) =>
    calls.act(id, 'revise', {
      revision,
      content: generalised(content, findings),
      note: generalisedNote(findings),
    });
}

export function AcceptProposals({ findings, button }: { findings: readonly Finding[]; button: string }) {
  const { moved } = useOpened();
  const [refused, setRefused] = useState<Refused>();
  const generalise = useGeneralise();
  if (!generalise) return null;
  const accept = async () => {
    const answer = await generalise(findings);
    setRefused(answer.ok ? undefined : answer.refused);
    if (answer.ok) await moved('revise');
  };
  return (
    <>
      {refused && <RefusedAlert refused={refused} />}
      <button class="usa-button usa-button--outline" type="button" onClick={() => void accept()}>
        {button}
      </button>
    </>
  );
}

const ownWords = z.strictObject({ instead: line('Write what should stand there', 300) });

export function OwnWords({ finding }: { finding: Finding }) {
  const { submission, moved } = useOpened();
  const generalise = useGeneralise();
  if (!generalise) return null;
  const { path, start } = finding;
  return (
    <DeskForm
      name={`generalise ${submission.id} ${path}@${start}`}
      scope={`generalise-${path.replace(/\W+/g, '-')}-${start}`}
      schema={ownWords}
      send={({ instead }) => generalise([{ ...finding, proposal: instead }])}
      onDone={() => void moved('revise')}
      button="Write this instead"
    >
      <TextField name="instead" label={`Instead of “${finding.text}”`} required width="xl" />
    </DeskForm>
  );
}
