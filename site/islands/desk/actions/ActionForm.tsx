/** The form of one action of the workflow: its schema, its call, and the revision that the person was looking at. */
import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import { type DeskAction, type DeskInput, deskActions } from '#schemas/decisions.ts';
import type { FormValues } from '#site/forms/names.ts';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import { mayBeStale, type Refused } from '../problem.ts';
import { useOpened } from '../submission/context.ts';
import { SomebodyWasFaster } from './SomebodyWasFaster.tsx';

type Props<Name extends DeskAction> = {
  action: Name;
  button: string;
  start?: FormValues;
  also?: FormValues;
  grave?: boolean;
  children?: ComponentChildren;
};

/** Where what is typed for an action is kept. */
export const draftName = (id: string, action: DeskAction) => `${id}/${action}`;

export function ActionForm<Name extends DeskAction>({ action, also, ...form }: Props<Name>) {
  const { calls } = useDesk();
  const { submission, moved } = useOpened();
  const { id, revision } = submission;
  const schema: z.ZodType = deskActions[action];
  return (
    <DeskForm
      {...form}
      name={draftName(id, action)}
      scope={action}
      schema={schema}
      revision={revision}
      also={{ ...also, revision }}
      send={(input) => calls.act(id, action, input as DeskInput<Name>)}
      onDone={() => moved(action)}
      whenRefused={whatElse}
    />
  );
}

const whatElse = (refused: Refused, clear: () => void) =>
  mayBeStale(refused) && <SomebodyWasFaster onLoaded={clear} />;
