/** A person says which organizations they are bound to. Submissions from those are hidden from them from then on. */

import { unassignTied } from '#api/db/assignments.ts';
import type { Db } from '#api/db/client.ts';
import { findFacts } from '#api/db/facts.ts';
import { queueLetters } from '#api/db/letters.ts';
import { type Person, setTies } from '#api/db/people.ts';
import { listVoided } from '#api/db/reviews.ts';
import type { SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { organizationKey } from '#api/review/conflicts.ts';
import type { TieEntry } from '#schemas/people.ts';
import { changeDesk } from './change-desk.ts';
import { tellOfVoid } from './notices.ts';

/** Replace the ties of a person. Throws `invalid` where a name ties to nobody, or an organization is named twice. */
export async function declareTies(
  deps: Pick<Deps, 'db' | 'jobs' | 'now'>,
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
  await changeDesk(deps, async (tx) => {
    const before = new Set((await listVoided(tx, person.id)).map(({ id }) => id));
    await setTies(tx, person.id, ties);
    await unassignTied(tx, person.id);
    const voided = (await listVoided(tx, person.id)).filter(({ id }) => !before.has(id));
    for (const row of voided) await tellOfLoss(deps, tx, row);
  });
}

/** A text that was approved with their word may need another. The escalation address hears of it from `changeDesk`. */
async function tellOfLoss(
  { jobs, now }: Pick<Deps, 'jobs' | 'now'>,
  tx: Db,
  row: SubmissionRow,
): Promise<void> {
  const at = now();
  const told = tellOfVoid(await findFacts(tx, row, at), row.reference);
  const letters = told.filter(({ to }) => to !== 'escalation');
  await queueLetters(
    tx,
    jobs,
    letters.map((letter) => ({ submissionId: row.id, letter })),
    at,
  );
}
