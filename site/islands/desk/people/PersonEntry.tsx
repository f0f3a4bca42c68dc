/** One person of the desk, and what may be changed about them. */
import { useDesk } from '../context.ts';
import { ROLE_WORDS } from '../words.ts';
import { type AboutPerson, PersonActions } from './PersonActions.tsx';

export function PersonEntry({ person, onChanged }: AboutPerson) {
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
