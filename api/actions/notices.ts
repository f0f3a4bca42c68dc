/** Letters to the desk about a submission: work for those who may see it, and a call for help where nobody may. */
import type { Addressed } from '#api/db/letters.ts';
import { compose } from '#api/letters/wording.ts';
import { needsIndependentEditor } from '#api/review/desk-size.ts';
import type { Facts } from '#api/review/facts.ts';

/** Tell people of the desk that something waits for them. */
export const tellPeople = (ids: readonly string[], reference: string): Addressed[] =>
  ids.map((personId) => ({ ...compose('work_waiting', reference, {}), to: { personId } }));

/** Tell every editor who may see it; where all of them are in conflict, the escalation address. */
export function tellEditors({ desk }: Facts, reference: string): Addressed[] {
  if (needsIndependentEditor(desk))
    return [{ ...compose('independent_editor_needed', undefined, {}), to: 'escalation' }];
  const free = desk.filter(({ roles, conflicted }) => !conflicted && new Set(roles).has('editor'));
  return tellPeople(
    free.map(({ id }) => id),
    reference,
  );
}
