/** Roles to choose from, each with what it may do. Pure. */
import { ROLES, type Role } from '#schemas/workflow.ts';
import { ROLE_WORDS } from '../words.ts';

export const roleLabels = (roles: readonly Role[] = ROLES): Record<string, string> =>
  Object.fromEntries(roles.map((role) => [role, `${ROLE_WORDS[role].name}: ${ROLE_WORDS[role].does}`]));
