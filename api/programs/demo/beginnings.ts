/** A beginning that stays one: a draft. It is stored as `submit` stores a lesson. */

import { contactOf } from '#api/actions/receive.ts';
import { begin } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { receiptDigest, signReceipt } from '#api/review/receipt.ts';
import { newReference } from '#api/review/secret-code.ts';
import { LICENCE } from '#schemas/submission.ts';
import type { Sample } from './samples.ts';

type Beginning = { deps: Deps; id: string; sample: Sample };

/** Leave a lesson in the state in which every submission begins. */
export const keepDraft = ({ deps, ...beginning }: Beginning) =>
  deps.db.transaction((tx) => store({ ...deps, db: tx }, beginning));

async function store(deps: Deps, { id, sample: { sent } }: Omit<Beginning, 'deps'>) {
  const at = deps.now();
  const reference = newReference(deps.random);
  const digest = receiptDigest({ nonce: '', submission: sent });
  const { kind, content, consent } = sent;
  await begin(deps.db, {
    id,
    reference,
    kind,
    content,
    contact: contactOf(sent),
    receipt: signReceipt({ reference, receivedAt: at.toISOString(), digest }, deps.receiptKey),
    consentVersion: consent.textVersion,
    licence: LICENCE,
    at,
  });
}
