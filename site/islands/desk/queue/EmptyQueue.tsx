/** Nothing to show, and what to do about it. */
import type { Role } from '#schemas/workflow.ts';
import { PATHS } from '#site/paths.ts';
import { useDesk } from '../context.ts';
import { type Filter, PEOPLE_HASH, queueHash } from '../routes.ts';
import { titleOf } from './counts.ts';

export function EmptyQueue({ filter, isNarrowed }: { filter: Filter; isNarrowed: boolean }) {
  const { me } = useDesk();
  if (isNarrowed)
    return (
      <p>
        Nothing here is like that. <a href={queueHash(filter)}>Show all of “{titleOf(filter)}”</a>, or search
        in <a href={queueHash('all')}>everything</a>.
      </p>
    );
  if (filter !== 'waiting' && filter !== 'all')
    return (
      <p>
        Nothing is in this state. <a href={queueHash()}>See what waits</a>.
      </p>
    );
  return <Nothing roles={me.roles} />;
}

function Nothing({ roles }: { roles: readonly Role[] }) {
  if (roles.includes('editor'))
    return (
      <p>
        Nothing waits here. Use the time to <a href={PEOPLE_HASH}>invite reviewers</a>, or ask somebody to{' '}
        <a href={PATHS.submit}>share a lesson</a>: each begins here once its address is confirmed.
      </p>
    );
  if (roles.includes('reviewer'))
    return <p>Nothing is assigned to you. An editor assigns reviews; you get a letter when one waits.</p>;
  if (roles.includes('lab')) return <p>Nothing is in the lab. You see an offering here once it is sent.</p>;
  return (
    <>
      <p>
        An admin sees no submissions. You invite people to the desk, change their roles, and let them leave.
      </p>
      <p>
        <a class="usa-button" href={PEOPLE_HASH}>
          Look after the people of the desk
        </a>
      </p>
    </>
  );
}
