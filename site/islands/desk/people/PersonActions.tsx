/** What one may do about a person: only admins change roles and let people leave; whoever could invite may do it again. */
import type { ComponentChildren } from 'preact';
import { refusedRole } from '#api/review/granting.ts';
import type { Listed } from '../call.ts';
import { useDesk } from '../context.ts';
import { ChangeRoles } from './ChangeRoles.tsx';
import { InviteAgain } from './InviteAgain.tsx';
import { LetLeave } from './LetLeave.tsx';

export type AboutPerson = { person: Listed; onChanged: () => Promise<void> };

export function PersonActions(about: AboutPerson) {
  const { me } = useDesk();
  const { id, name, roles, secondFactor } = about.person;
  const mayInvite = refusedRole(me, id, roles) === undefined;
  const isAdmin = me.roles.includes('admin');
  return (
    <>
      {isAdmin && (
        <Folded title="Change the roles" name={name}>
          <ChangeRoles {...about} />
        </Folded>
      )}
      {mayInvite && !secondFactor && (
        <Folded title="Invite again" name={name}>
          <InviteAgain {...about} />
        </Folded>
      )}
      {isAdmin && (
        <Folded title="Let them leave" name={name}>
          <LetLeave {...about} />
        </Folded>
      )}
    </>
  );
}

type FoldedProps = { title: string; name: string; children: ComponentChildren };

const Folded = ({ title, name, children }: FoldedProps) => (
  <details>
    <summary>
      {title}
      <span class="usa-sr-only">: {name}</span>
    </summary>
    {children}
  </details>
);
