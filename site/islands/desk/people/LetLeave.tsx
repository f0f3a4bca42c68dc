/** A person leaves the desk. Asked once more, since they cannot come back by themselves. */
import { z } from 'zod';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import type { AboutPerson } from './PersonActions.tsx';

const nothing = z.strictObject({});

export function LetLeave({ person: { id, name }, onChanged }: AboutPerson) {
  const { calls, say } = useDesk();
  const done = async () => {
    say(`${name} has left the desk.`);
    await onChanged();
  };
  return (
    <DeskForm
      name={`leave/${id}`}
      scope={`leave-${id}`}
      schema={nothing}
      button={`Yes, let ${name} leave`}
      grave
      send={() => calls.letLeave(id)}
      onDone={done}
    >
      <p>
        They are signed out at once and cannot come back by themselves. Their name stays on what they decided.
      </p>
    </DeskForm>
  );
}
