/** Send the letter of an invitation again: its link has ended or was lost. */
import { z } from 'zod';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import type { AboutPerson } from './PersonActions.tsx';

const nothing = z.strictObject({});

export function InviteAgain({ person: { id, name }, onChanged }: AboutPerson) {
  const { calls, say } = useDesk();
  const done = async () => {
    say(`A new letter is on its way to ${name}. Its link works for three days.`);
    await onChanged();
  };
  return (
    <DeskForm
      name={`invitation/${id}`}
      scope={`invitation-${id}`}
      schema={nothing}
      button="Send the letter again"
      send={() => calls.inviteAgain(id)}
      onDone={done}
    />
  );
}
