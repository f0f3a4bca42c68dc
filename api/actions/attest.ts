/** Where nobody can tell from whom a text comes, an assignee reads its outline and says that nothing ties them. */
import { addAttestation, findAwaited, listAwaited } from '#api/db/attestations.ts';
import { appendEvent } from '#api/db/events.ts';
import type { Person } from '#api/db/people.ts';
import { lockSubmission } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { notFound } from '#api/errors.ts';
import type { Outline } from '#schemas/attestation.ts';
import { type Content, isOffering } from '#schemas/submission.ts';
import { by } from './act.ts';

/** What waits for the word of `person`, with no more of the text than tells whether it may be theirs. */
export async function showAwaited({ db }: Pick<Deps, 'db'>, person: Person): Promise<Outline[]> {
  const rows = await listAwaited(db, person);
  return rows.map(({ content, since, ...row }) => ({
    ...row,
    since: since.toISOString(),
    ...sourceOf(content),
  }));
}

/** `person` says that nothing ties them: it opens to them. Refuses with `not_found` whatever does not wait for that. */
export async function attest(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  person: Person,
  id: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockSubmission(tx, id);
    if (!(await findAwaited(tx, person, id))) throw notFound();
    const at = now();
    await addAttestation(tx, id, person.id, at);
    await appendEvent(
      tx,
      id,
      { type: 'attest', ...by({ kind: 'person', person }, 'attest'), payload: {} },
      at,
    );
  });
}

function sourceOf(content: Content): Pick<Outline, 'sector' | 'sizeBand'> {
  if (isOffering(content)) return {};
  if (!('organization' in content)) return content.sector ? { sector: content.sector } : {};
  const { organization } = content;
  return {
    sector: organization.sector,
    ...('sizeBand' in organization && { sizeBand: organization.sizeBand }),
  };
}
