/** Take a submission: stored, signed for, and not read by anybody until its address is confirmed. */
import { randomBytes } from 'node:crypto';
import { addCode } from '#api/db/codes.ts';
import { advance, begin } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import { mailboxKey, mailDomain, organizationKey } from '#api/review/conflicts.ts';
import { receiptDigest, signReceipt } from '#api/review/receipt.ts';
import { hashCode, newCode, newReference } from '#api/review/secret-code.ts';
import { withoutWithheld } from '#api/review/to-public.ts';
import { LICENCE, type Submission, type Submitted } from '#schemas/submission.ts';
import { checkSteps } from './check-steps.ts';

/**
 * Store a submission and queue the letter that asks to confirm its address.
 * The answer holds the only copy of the code and of the nonce: both are shown once.
 * Refuses with `invalid` a bearing on a step that no reference process has.
 */
export async function submit(deps: Deps, submission: Submission): Promise<Submitted> {
  checkSteps(deps, submission.content);
  const at = deps.now();
  const id = deps.newId();
  const reference = newReference(deps.random);
  const token = newCode(deps.random);
  const nonce = randomBytes(16).toString('hex');
  const digest = receiptDigest({ nonce, submission });
  const receipt = signReceipt({ reference, receivedAt: at.toISOString(), digest }, deps.receiptKey);

  await deps.db.transaction(async (tx) => {
    await begin(tx, {
      id,
      reference,
      kind: submission.kind,
      content: withoutWithheld(submission.content),
      contact: withKeys(submission.contact),
      receipt,
      consentVersion: submission.consent.textVersion,
      licence: LICENCE,
      at,
    });
    await addCode(tx, { hash: hashCode(token), submissionId: id, mailed: false, createdAt: at });
    const moved = await advance(tx, deps.jobs, {
      id,
      from: 'draft',
      revision: 1,
      to: 'unconfirmed',
      event: { type: 'submit', actor: 'submitter', payload: { digest } },
      letters: [{ ...compose('confirm_address', reference, {}), to: 'contact' }],
      at,
    });
    if (!moved) throw new Error(`Submission ${reference} was not there to be moved`);
  });
  return { id, token, state: 'unconfirmed', receipt, nonce };
}

/** The contact with the keys by which conflicts are computed. */
const withKeys = (contact: Submission['contact']) => ({
  ...contact,
  organizationKey: organizationKey(contact.organization),
  mailDomain: mailDomain(contact.email) ?? null,
  mailbox: mailboxKey(contact.email),
});
