/** What each role may do. */
import { ROLES } from '#schemas/workflow.ts';
import { ROLE_WORDS } from '../words.ts';

export const RolesExplained = () => (
  <details>
    <summary>What the roles may do</summary>
    <dl class="desk-roles">
      {ROLES.map((role) => (
        <div key={role}>
          <dt>{ROLE_WORDS[role].name}</dt>
          <dd>{ROLE_WORDS[role].does}</dd>
        </div>
      ))}
    </dl>
    <p>
      A person can hold several. A conflict of interest hides a submission whatever the role, and nobody gives
      a role to themselves.
    </p>
  </details>
);
