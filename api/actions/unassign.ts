/** Take somebody off a submission. What they recommended stays on the record. Who declines says why, for the editors. */
import { unassign as store } from '#api/db/assignments.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { act, type Party } from './act.ts';
import { tellEditors } from './notices.ts';

/** Refuses with `invalid` somebody who steps down without a reason. Editors are told, since a reviewer is missing now. */
export const unassign = (deps: Deps, party: Party, id: string, input: DeskInput<'unassign'>) =>
  act(deps, { party, id, action: 'unassign', input }, async ({ tx, row, facts }) => {
    await store(tx, id, input.person);
    if (party.kind !== 'person' || party.person.id !== input.person) return {};
    if (input.reason === undefined)
      throw new AppError('invalid', 'Say why you step down.', {
        issues: [{ path: 'reason', message: 'Say why you step down: only editors read it' }],
      });
    return party.person.roles.includes('editor') ? {} : { also: tellEditors(facts, row.reference) };
  });
