/**
 * Deliver one letter: the job behind the queue `letters`. The secret link is minted here, at the last moment, and exists
 * in clear in the mail alone. Runs again after a failure; a letter that was sent is not sent again.
 */

import { invitationLink } from '#api/auth.ts';
import { addCode, endOlderCodes, removeCode } from '#api/db/codes.ts';
import { findComment, setCommentCode } from '#api/db/comments.ts';
import { findAddress, findUndelivered, markFailed, markSent } from '#api/db/letters.ts';
import type { Deps } from '#api/deps.ts';
import { asHtml } from '#api/letters/wording.ts';
import { hashCode, newCode } from '#api/review/secret-code.ts';
import type { LetterKind } from '#schemas/workflow.ts';
import { commentPath, PATHS } from '#site/paths.ts';

/** Letters whose link lets a person of the desk choose a password. */
const CHOOSE_PASSWORD: readonly LetterKind[] = ['invitation', 'password_link'];

/** `forget` where the letter could not be sent, `replace` where it was and stands for all links before it. */
type Link = { address: string; forget: () => Promise<void>; replace: () => Promise<void> };
const nothing = async () => {};
type Undelivered = NonNullable<Awaited<ReturnType<typeof findUndelivered>>>;

/** Send the letter, or note why it could not be sent and throw, so that the job is tried again. */
export async function deliverLetter(deps: Deps, letterId: string): Promise<void> {
  const letter = await findUndelivered(deps.db, letterId);
  if (!letter) return;
  const link = await mintLink(deps, letter);
  // Asked once the code is stored: who corrects an address holds the submission and ends its codes, this one among them, or
  // is found to have corrected it.
  const to = letter.addressee === 'escalation' ? deps.escalationAddress : await findAddress(deps.db, letter);
  if (!to) {
    await link.forget();
    await markFailed(deps.db, letterId, 'There is no address to send it to.');
    return;
  }
  const text = letter.body.replaceAll('{link}', link.address);
  try {
    await deps.mail.send({
      to,
      subject: letter.subject,
      text,
      html: asHtml(text, link.address),
      messageId: messageId(deps, letterId),
    });
  } catch (error) {
    await link.forget();
    await markFailed(deps.db, letterId, error instanceof Error ? error.message : String(error));
    throw error;
  }
  if (letter.kind === 'fresh_link') await link.replace();
  await markSent(deps.db, letterId, deps.now());
}

/** The same for every attempt, so that a mail program shows a letter that went out twice once. */
const messageId = ({ publicUrl }: Deps, letterId: string) => `<${letterId}@${new URL(publicUrl).hostname}>`;

async function mintLink(deps: Deps, letter: Undelivered): Promise<Link> {
  const { kind, addressee, submissionId, commentId, personId } = letter;
  const { db, publicUrl, random, now } = deps;
  if (CHOOSE_PASSWORD.includes(kind) && personId)
    return { address: await invitationLink(deps.auth, personId), forget: nothing, replace: nothing };
  if (commentId && addressee === 'contact') return commentLink(deps, kind, commentId);
  if (addressee !== 'contact' || !submissionId)
    return { address: `${publicUrl}${PATHS.desk}`, forget: nothing, replace: nothing };

  const code = newCode(random);
  const hash = hashCode(code);
  await addCode(db, { hash, submissionId, mailed: true, createdAt: now() });
  return {
    address: `${publicUrl}${PATHS.open}#${code}`,
    forget: () => removeCode(db, hash),
    replace: () => endOlderCodes(db, submissionId, hash),
  };
}

/** Where the code of a comment is used, by the letter that carries it. */
const CODE_PAGES: Partial<Record<LetterKind, string>> = {
  confirm_comment: PATHS.commentConfirm,
  comment_link: PATHS.commentOpen,
};

/** A code of the comment, with which it is confirmed, changed and withdrawn, or the public page where its answer is read. */
async function commentLink(
  { db, publicUrl, random }: Deps,
  kind: LetterKind,
  commentId: string,
): Promise<Link> {
  const page = CODE_PAGES[kind];
  if (page === undefined) {
    const comment = await findComment(db, commentId);
    const address = `${publicUrl}${comment ? commentPath(comment.text) : PATHS.comments}`;
    return { address, forget: nothing, replace: nothing };
  }
  const code = newCode(random);
  await setCommentCode(db, commentId, hashCode(code));
  return { address: `${publicUrl}${page}#${code}`, forget: nothing, replace: nothing };
}
