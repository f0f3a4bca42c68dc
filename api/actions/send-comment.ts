/** Take a comment on a text that is open for comment. Nobody reads it before its address is confirmed. */
import { addComment } from '#api/db/comments.ts';
import { queueLetters } from '#api/db/letters.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { compose } from '#api/letters/wording.ts';
import { mailboxKey, mailDomain, organizationKey } from '#api/review/conflicts.ts';
import type { NewComment } from '#schemas/comment.ts';
import { openUntil } from '#site/forms/comment/texts.ts';
import { refuseBlocked } from './refuse-blocked.ts';

type Needs = Pick<Deps, 'db' | 'jobs' | 'newId' | 'now' | 'texts'>;

/**
 * Refuses with `invalid` a section or text that does not exist, with `conflict` a text that is not open for comment or is
 * there in another version now, and with `forbidden` a blocked address.
 */
export async function sendComment(
  deps: Needs,
  sent: NewComment,
): Promise<{ id: string; state: 'unconfirmed' }> {
  const at = deps.now();
  const { sectionTitle } = placeOf(deps, sent, at);
  const { contact, publish: _, ...said } = sent;
  await refuseBlocked(deps.db, contact.email, 'contact.email');
  const id = deps.newId();
  await deps.db.transaction(async (tx) => {
    await addComment(
      tx,
      { ...said, id, sectionTitle, createdAt: at },
      {
        email: contact.email,
        organizationKey: organizationKey(contact.organization),
        mailDomain: mailDomain(contact.email) ?? null,
        mailbox: mailboxKey(contact.email),
      },
    );
    const letter = { ...compose('confirm_comment', undefined, {}), to: 'contact' as const };
    await queueLetters(tx, deps.jobs, [{ submissionId: null, commentId: id, letter }], at);
  });
  return { id, state: 'unconfirmed' };
}

function placeOf({ texts }: Needs, { text: id, version, section }: NewComment, at: Date) {
  const text = texts.find((one) => one.id === id);
  if (!text) throw invalid('text', 'There is no such text. Begin at the page of the text.');
  if (!openUntil(text, at.toISOString().slice(0, 10)))
    throw new AppError(
      'conflict',
      'This text is not open for comment now. Its page says what becomes of it.',
    );
  if (text.version !== version)
    throw new AppError(
      'conflict',
      `The text is now at version ${text.version}. Open its page and read it again.`,
    );
  const found = text.sections.find((one) => one.id === section);
  if (!found) throw invalid('section', 'Choose a section of the text');
  return { sectionTitle: found.title };
}

const invalid = (path: string, message: string) =>
  new AppError('invalid', 'Some answers need attention.', { issues: [{ path, message }] });
