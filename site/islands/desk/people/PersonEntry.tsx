/** One person of the desk, and what may be changed about them. */
import type { Listed } from '../call.ts';
import { useDesk } from '../context.ts';
import { ROLE_WORDS } from '../words.ts';
import { PersonActions } from './PersonActions.tsx';

type Props = { person: Listed; onChanged: () => Promise<void> };

export function PersonEntry({ person, onChanged }: Props) {
  const { me } = useDesk();
  const { id, name, email, roles, secondFactor } = person;
  return (
    <li>
      <h3>
        {name}
        {id === me.id && ' (you)'}
      </h3>
      {email && <p class="desk-small">{email}</p>}
      <p>
        {roles.map((role) => ROLE_WORDS[role].name).join(', ')}.{' '}
        {secondFactor ? 'Has a second factor.' : 'Has no second factor yet.'}
      </p>
      <PersonActions person={person} onChanged={onChanged} />
    </li>
  );
}
