/** A person says which organizations they are bound to. Submissions from those are hidden from them from then on. */
import { type Person, setTies } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { organizationKey } from '#api/review/conflicts.ts';
import type { TieEntry } from '#schemas/people.ts';

/** Replace the ties of a person. Throws `invalid` where a name ties to nobody, or an organization is named twice. */
export async function declareTies(
  deps: Pick<Deps, 'db'>,
  person: Person,
  declared: readonly TieEntry[],
): Promise<void> {
  const ties = declared.map((tie) => ({
    ...tie,
    domain: tie.domain ?? null,
    organizationKey: organizationKey(tie.organization),
  }));
  const keys = ties.map((tie) => tie.organizationKey);
  const issues = keys.flatMap((key, at) => {
    const path = `ties.${at}.organization`;
    if (key === '') return [{ path, message: 'Enter the name of an organization' }];
    return keys.indexOf(key) === at ? [] : [{ path, message: 'Name each organization once' }];
  });
  if (issues.length > 0) throw new AppError('invalid', 'Some organizations need attention.', { issues });
  await deps.db.transaction((tx) => setTies(tx, person.id, ties));
}
