/** What one may do about a person: only admins change roles and let people leave; whoever could invite may do it again. */
import { z } from 'zod';
import { refusedRole } from '#api/review/granting.ts';
import { roles as rolesSchema } from '#schemas/people.ts';
import { Checkboxes } from '#site/forms/fields/Choices.tsx';
import type { Listed } from '../call.ts';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import { roleLabels } from './role-labels.ts';

type Props = { person: Listed; onChanged: () => Promise<void> };

export function PersonActions({ person, onChanged }: Props) {
  const { me } = useDesk();
  const mayInvite = refusedRole(me, person.id, person.roles) === undefined;
  const isAdmin = me.roles.includes('admin');
  return (
    <>
      {isAdmin && (
        <details>
          <summary>
            Change the roles<span class="usa-sr-only"> of {person.name}</span>
          </summary>
          <ChangeRoles person={person} onChanged={onChanged} />
        </details>
      )}
      {mayInvite && !person.secondFactor && (
        <details>
          <summary>
            Invite again<span class="usa-sr-only">: {person.name}</span>
          </summary>
          <InviteAgain person={person} onChanged={onChanged} />
        </details>
      )}
      {isAdmin && (
        <details>
          <summary>
            Let them leave<span class="usa-sr-only">: {person.name}</span>
          </summary>
          <LetLeave person={person} onChanged={onChanged} />
        </details>
      )}
    </>
  );
}

const changed = z.strictObject({ roles: rolesSchema });
const nothing = z.strictObject({});

function ChangeRoles({ person: { id, name, roles }, onChanged }: Props) {
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

function InviteAgain({ person: { id, name }, onChanged }: Props) {
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

function LetLeave({ person: { id, name }, onChanged }: Props) {
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
