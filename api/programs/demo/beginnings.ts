/** Two beginnings that no form leads to yet: a draft that stays one, and an offering. They are stored as `submit` stores a lesson. */
import { advance, begin } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import { mailboxKey, mailDomain, organizationKey } from '#api/review/conflicts.ts';
import { receiptDigest, signReceipt } from '#api/review/receipt.ts';
import { newReference } from '#api/review/secret-code.ts';
import { LICENCE } from '#schemas/submission.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import type { Sample } from './samples.ts';

type Beginning = { deps: Deps; id: string; sample: Sample };

/** Leave a lesson in the state in which every submission begins. */
export const keepDraft = ({ deps, ...beginning }: Beginning) =>
  deps.db.transaction((tx) => store({ ...deps, db: tx }, beginning, 'lesson'));

/** Send an offering, in the fields that it shares with a lesson. */
export const submitOffering = ({ deps, id, sample }: Beginning) =>
  deps.db.transaction(async (tx) => {
    const { reference, digest } = await store({ ...deps, db: tx }, { id, sample }, 'offering');
    await advance(tx, deps.jobs, {
      id,
      from: 'draft',
      revision: 1,
      to: 'unconfirmed',
      event: { type: 'submit', actor: 'submitter', payload: { digest } },
      letters: [{ ...compose('confirm_address', reference, {}), to: 'contact' }],
      at: deps.now(),
    });
  });

async function store(deps: Deps, { id, sample: { sent } }: Omit<Beginning, 'deps'>, kind: SubmissionKind) {
  const at = deps.now();
  const reference = newReference(deps.random);
  const digest = receiptDigest({ nonce: '', submission: sent });
  const { contact, content, consent } = sent;
  await begin(deps.db, {
    id,
    reference,
    kind,
    content,
    contact: {
      ...contact,
      organizationKey: organizationKey(contact.organization),
      mailDomain: mailDomain(contact.email) ?? null,
      mailbox: mailboxKey(contact.email),
    },
    receipt: signReceipt({ reference, receivedAt: at.toISOString(), digest }, deps.receiptKey),
    consentVersion: consent.textVersion,
    licence: LICENCE,
    at,
  });
  return { reference, digest };
}
