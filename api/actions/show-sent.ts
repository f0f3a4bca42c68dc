/** What was sent first, as it was stored: for the receipt, right after it was sent. */
import { findContact, findContent, findSubmission } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { notFound } from '#api/errors.ts';
import { isOffering, isShort, type Receipt, type Submission, submission } from '#schemas/submission.ts';

/** Refuses with `not_found` what was not sent, or whose contact was erased. */
export async function showSent(
  { db }: Pick<Deps, 'db'>,
  id: string,
): Promise<{ receipt: Receipt; submission: Submission }> {
  const row = await findSubmission(db, id);
  const contact = row && (await findContact(db, id));
  if (!row?.receipt || !contact || contact.erasedAt) throw notFound();
  const content = await findContent(db, id, 1);
  const { name, email, organization, labName, labEmail } = contact;
  const sent = {
    kind: row.kind,
    ...(isShort(content) && { form: 'short' }),
    contact: {
      name,
      email,
      organization,
      ...(isOffering(content) && { lab: { name: labName, email: labEmail } }),
    },
    consent: { publish: true, authority: true, textVersion: row.consentVersion },
    content,
  };
  return { receipt: row.receipt, submission: submission.parse(sent) };
}
