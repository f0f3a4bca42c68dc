import { expect, test } from 'vitest';
import { refusedRole } from '#api/review/granting.ts';
import { ROLES, type Role } from '#schemas/workflow.ts';

/** Who may let somebody in as what, written out by hand. */
const MAY: Record<Role, readonly Role[]> = {
  reviewer: [],
  lab: [],
  editor: ['reviewer', 'lab'],
  admin: ['reviewer', 'editor', 'lab', 'admin'],
};

test.for(ROLES)('%s gives exactly the roles that it may give', (role) => {
  const giver = { id: 'ada', roles: [role] };

  const given = ROLES.filter((wanted) => !refusedRole(giver, 'rea', [wanted]));

  expect(given).toEqual(MAY[role]);
});

test('nobody gives anything to themselves', () => {
  const giver = { id: 'ada', roles: [...ROLES] };

  for (const role of ROLES) expect(refusedRole(giver, 'ada', [role])).toBe(role);
  expect(refusedRole(giver, 'ada', [])).toBeUndefined();
});
