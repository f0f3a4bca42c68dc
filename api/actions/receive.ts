/** What every submission is given when it arrives, however it comes: a receipt, its consent, and keys for conflicts. */
import { randomBytes } from 'node:crypto';
import type { Beginning, Contact } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { mailboxKey, mailDomain, namedKey, organizationKey } from '#api/review/conflicts.ts';
import { receiptDigest, signReceipt } from '#api/review/receipt.ts';
import { newReference } from '#api/review/secret-code.ts';
import { asStored } from '#api/review/to-public.ts';
import { LICENCE, type Submission } from '#schemas/submission.ts';

/** `columns` are kept; the nonce is shown once and kept nowhere; the digest goes into the event. */
export function seal(
  { receiptKey }: Pick<Deps, 'receiptKey'>,
  reference: string,
  submission: Submission,
  at: Date,
) {
  const nonce = randomBytes(16).toString('hex');
  // What was kept out is not stored, so the receipt is for what is: whoever holds it can be shown that text again.
  const digest = receiptDigest({ nonce, submission: asStored(submission) });
  const receipt = signReceipt({ reference, receivedAt: at.toISOString(), digest }, receiptKey);
  return {
    nonce,
    digest,
    columns: { receipt, consentVersion: submission.consent.textVersion, licence: LICENCE },
  };
}

type Received = { beginning: Beginning; nonce: string; digest: string };

/** A submission as it is stored when it arrives whole, sealed at `at`. */
export function beginningOf(
  deps: Pick<Deps, 'newId' | 'random' | 'receiptKey'>,
  submission: Submission,
  at: Date,
): Received {
  const id = deps.newId();
  const reference = newReference(deps.random);
  const { nonce, digest, columns } = seal(deps, reference, submission, at);
  const { content } = asStored(submission);
  const contact = contactOf(submission);
  return {
    beginning: { id, reference, kind: submission.kind, content, contact, ...columns, at },
    nonce,
    digest,
  };
}

/** The contact with the keys by which conflicts are computed: of who sends it, and of whom it names. */
export function contactOf(sent: Submission): Contact {
  const { name, email, organization } = sent.contact;
  return {
    name,
    email,
    organization,
    organizationKey: organizationKey(organization),
    mailDomain: mailDomain(email) ?? null,
    mailbox: mailboxKey(email),
    vendorKey: namedKey(sent.content),
    ...(sent.kind === 'offering' && {
      labName: sent.contact.lab.name,
      labEmail: sent.contact.lab.email,
    }),
  };
}
