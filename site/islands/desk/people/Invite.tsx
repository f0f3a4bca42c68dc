/** Invite somebody: they get a letter with a link that lets them choose a password. */
import { refusedRole } from '#api/review/granting.ts';
import { invitation } from '#schemas/people.ts';
import { ROLES } from '#schemas/workflow.ts';
import { Checkboxes } from '#site/forms/fields/Choices.tsx';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import { roleLabels } from './role-labels.ts';

export function Invite({ onInvited }: { onInvited: () => Promise<void> }) {
  const { calls, me, say } = useDesk();
  const given = ROLES.filter((role) => refusedRole(me, undefined, [role]) === undefined);
  const done = async () => {
    say('The invitation is on its way. Its link works for three days.');
    await onInvited();
  };
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <DeskForm
        name="invite"
        scope="invite"
        schema={invitation}
        button="Send the invitation"
        send={calls.invite}
        onDone={done}
      >
        <TextField name="name" label="Name" hint="Others at the desk see it" required />
        <TextField
          name="email"
          label="E-mail address"
          hint="Their own, at the organization they work for: its domain keeps them away from what their employer sends"
          type="email"
          required
        />
        <Checkboxes
          name="roles"
          legend="Roles"
          hint={given.length < ROLES.length ? 'Only an admin lets in editors and admins.' : undefined}
          required
          labels={roleLabels(given)}
        />
      </DeskForm>
    </section>
  );
}
