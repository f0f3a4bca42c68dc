/** The contact of a submission is erased: because its submitter asks for it, or because its time is over. */
import { eraseContact as erase } from '#api/db/contacts.ts';
import { appendEvent } from '#api/db/events.ts';
import { forgetConsent } from '#api/db/recordings.ts';
import { findSubmission, lockSubmission } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { contactIsNeeded } from '#api/review/contact-erasure.ts';
import type { Party } from './act.ts';

type Needs = Pick<Deps, 'db' | 'now'>;

/**
 * Refuses with `not_found` what the submitter's code does not open, and with `conflict` where somebody waits for somebody.
 * Says whether there was anything left to erase. Safe to repeat.
 */
export async function eraseContact(
  { db, now }: Needs,
  party: Exclude<Party, { kind: 'person' }>,
  id: string,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockSubmission(tx, id);
    const isTheirs = party.kind === 'system' || party.submissionId === id;
    const row = isTheirs ? await findSubmission(tx, id) : undefined;
    if (!row) throw notFound();
    const needed = contactIsNeeded(row.state);
    if (needed) throw new AppError('conflict', needed.message);
    if (!(await erase(tx, id, now()))) return false;
    await forgetConsent(tx, id);
    await appendEvent(tx, id, { type: 'erase_contact', actor: party.kind, payload: {} }, now());
    return true;
  });
}
