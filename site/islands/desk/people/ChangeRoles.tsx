/** An admin changes what a person may do. Nobody gains a role by their own hand. */
import { z } from 'zod';
import { roles as rolesSchema } from '#schemas/people.ts';
import { Checkboxes } from '#site/forms/fields/Choices.tsx';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import type { AboutPerson } from './PersonActions.tsx';
import { roleLabels } from './role-labels.ts';

const changed = z.strictObject({ roles: rolesSchema });

export function ChangeRoles({ person: { id, name, roles }, onChanged }: AboutPerson) {
  const { calls, me, say, refreshMe } = useDesk();
  const done = async () => {
    say(`The roles of ${name} are saved.`);
    await onChanged();
    if (id === me.id) await refreshMe();
  };
  return (
    <DeskForm
      name={`roles/${id}`}
      scope={`roles-${id}`}
      schema={changed}
      start={{ roles }}
      button="Save the roles"
      send={(input) => calls.changeRoles(id, input.roles)}
      onDone={done}
    >
      <Checkboxes name="roles" legend="Roles" required labels={roleLabels()} />
    </DeskForm>
  );
}
