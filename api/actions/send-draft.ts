/** Send what was drafted: checked as a whole, stored as its first revision, and the draft is gone. */
import { findDraft, removeDraft } from '#api/db/drafts.ts';
import { addFirstRevision, advance, lockSubmission } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { compose } from '#api/letters/wording.ts';
import { asStored } from '#api/review/to-public.ts';
import type { DraftSent } from '#schemas/draft.ts';
import { submission } from '#schemas/submission.ts';
import { checkForm } from '#site/forms/check.ts';
import { toSend } from '#site/forms/draft/steps.ts';
import { checkNamed } from './check-named.ts';
import { contactOf, seal } from './receive.ts';
import { refuseBlocked } from './refuse-blocked.ts';

/**
 * Refuses with `invalid` and every issue where answers are missing or cannot be taken; the draft stays as it is.
 * The code that opened the draft opens the submission.
 */
export async function sendDraft(deps: Deps, id: string): Promise<DraftSent> {
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    await lockSubmission(tx, id);
    const draft = await findDraft(tx, id);
    if (!draft) throw notFound();
    const checked = checkForm(submission, toSend(draft.values));
    if (!checked.ok)
      throw new AppError('invalid', 'Some answers need attention.', { issues: checked.issues });
    const sent = asStored(checked.data);
    checkNamed(deps, sent.content);
    await refuseBlocked(tx, sent.contact.email, 'contact.email');

    const { digest, nonce, columns } = seal(deps, draft.reference, sent, at);
    await addFirstRevision(tx, { id, content: sent.content, contact: contactOf(sent), at });
    await removeDraft(tx, id);
    const moved = await advance(tx, deps.jobs, {
      id,
      from: 'draft',
      revision: 1,
      to: 'unconfirmed',
      event: { type: 'submit', actor: 'submitter', payload: { digest } },
      letters: [{ ...compose('confirm_address', draft.reference, {}), to: 'contact' }],
      set: columns,
      at,
    });
    if (!moved) throw new Error(`Submission ${draft.reference} was not there to be moved`);
    return { id, state: 'unconfirmed' as const, receipt: columns.receipt, nonce };
  });
}
