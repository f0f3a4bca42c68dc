/** What comes before anything that somebody of the desk does with a submission and that does not move it. */
import type { Db } from '#api/db/client.ts';
import type { Person } from '#api/db/people.ts';
import { findVisible, lockSubmission, type SubmissionRow } from '#api/db/submissions.ts';
import { notFound } from '#api/errors.ts';

/** Hold a submission until the transaction ends. Refuses with `not_found` what is absent and what `person` must not see, alike. */
export async function lockVisible(tx: Db, person: Person, id: string): Promise<SubmissionRow> {
  await lockSubmission(tx, id);
  const row = await findVisible(tx, person, id);
  if (!row) throw notFound();
  return row;
}
