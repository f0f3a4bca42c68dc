/** Who may give which role to whom. Pure. Nobody gives a role to themselves. */
import type { Role } from '#schemas/workflow.ts';

/** Editors bring those who read and those who test; whoever decides or lets people in is let in by an admin. */
// biome-ignore format: a table is read by column
const GIVEN_BY = {
  reviewer: ['editor', 'admin'],
  lab:      ['editor', 'admin'],
  editor:   ['admin'],
  admin:    ['admin'],
} as const satisfies Record<Role, readonly Role[]>;

/** A person who gives roles. */
export type Giver = { id: string; roles: readonly Role[] };

/** The first of `roles` that `giver` may not give to `receiverId` (undefined: somebody new); undefined if they may give all. */
export function refusedRole(
  giver: Giver,
  receiverId: string | undefined,
  roles: readonly Role[],
): Role | undefined {
  if (giver.id === receiverId) return roles[0];
  return roles.find((role) => !GIVEN_BY[role].some((by) => giver.roles.includes(by)));
}
