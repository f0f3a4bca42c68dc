/** The form of one action of the workflow: its schema, its call, and the revision that the person was looking at. */
import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import { type DeskAction, type DeskInput, deskActions, isLettered } from '#schemas/decisions.ts';
import { decision } from '#schemas/pending.ts';
import type { FormValues } from '#site/forms/names.ts';
import { useDesk } from '../context.ts';
import { DeskForm, type Instead } from '../forms/DeskForm.tsx';
import { mayBeStale, type Refused } from '../problem.ts';
import { useOpened } from '../submission/context.ts';
import { LetterToRead } from './LetterToRead.tsx';
import { SomebodyWasFaster } from './SomebodyWasFaster.tsx';

type Props<Name extends DeskAction> = {
  action: Name;
  button: string;
  start?: FormValues;
  also?: FormValues;
  grave?: boolean;
  children?: ComponentChildren;
};

/** Actions after which this submission waits for somebody else. */
const GOES_ON: readonly DeskAction[] = [
  'triage',
  'recommend',
  'approve',
  'request_changes',
  'decline',
  'return',
  'send_to_lab',
  'finish_lab',
];

/** Where what is typed for an action is kept. */
export const draftName = (id: string, action: DeskAction) => `${id}/${action}`;

export function ActionForm<Name extends DeskAction>({ action, also, children, ...form }: Props<Name>) {
  const { calls, me } = useDesk();
  const isEditor = me.roles.includes('editor');
  const prepare = usePrepare(action);
  const { submission, moved } = useOpened();
  const { id, revision, state } = submission;
  const schema: z.ZodType = deskActions[action];
  return (
    <DeskForm
      {...form}
      name={draftName(id, action)}
      scope={action}
      schema={schema}
      revision={revision}
      also={{ ...also, revision, state }}
      send={(input) => calls.act(id, action, input as DeskInput<Name>)}
      onDone={() => moved(action)}
      {...(GOES_ON.includes(action) && { onDoneGoOn: () => moved(action, 'next') })}
      whenRefused={whatElse}
      {...(isLettered(action) && isEditor && { instead: prepare })}
    >
      {children}
      {isLettered(action) && <LetterToRead action={action} also={{ ...also, revision, state }} />}
    </DeskForm>
  );
}

/** What somebody prepares has no effect before it is released. */
function usePrepare(action: DeskAction): Instead<unknown> {
  const { calls, say } = useDesk();
  const { submission, show } = useOpened();
  return {
    button: 'Prepare it, to be released later',
    send: (input) => calls.prepare(submission.id, decision.parse({ action, input }), submission.pending?.at),
    onDone: async () => {
      const answer = await calls.submission(submission.id);
      if (answer.ok) show(answer.value);
      say('Prepared. It has no effect before it is released, under “Pending decisions”.');
    },
  };
}

const whatElse = (refused: Refused, clear: () => void) =>
  mayBeStale(refused) && <SomebodyWasFaster onLoaded={clear} />;
