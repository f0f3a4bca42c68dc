/** Who is at the desk, and how others come. */
import type { Listed } from '../call.ts';
import { useDesk } from '../context.ts';
import { Heading } from '../Heading.tsx';
import { Loading } from '../Loading.tsx';
import { useLoaded } from '../use-loaded.ts';
import { Invite } from './Invite.tsx';
import { PersonEntry } from './PersonEntry.tsx';
import { RolesExplained } from './RolesExplained.tsx';

export function People() {
  const { calls, me } = useDesk();
  const people = useLoaded('people', calls.people);
  const invites = me.roles.some((role) => role === 'editor' || role === 'admin');
  return (
    <Loading of={people} title="The people cannot be shown">
      {(listed) => (
        <>
          <Heading after={listed}>People</Heading>
          <RolesExplained />
          <List people={listed} onChanged={people.reload} />
          {invites ? <Invite onInvited={people.reload} /> : <p>Editors and admins invite people.</p>}
        </>
      )}
    </Loading>
  );
}

type ListProps = { people: readonly Listed[]; onChanged: () => Promise<void> };

const List = ({ people, onChanged }: ListProps) => (
  <section aria-labelledby="at-the-desk">
    <h2 id="at-the-desk">At the desk</h2>
    <ul class="desk-people">
      {people.map((person) => (
        <PersonEntry key={person.id} person={person} onChanged={onChanged} />
      ))}
    </ul>
  </section>
);
