/**
 * Whoever recorded a lesson for somebody mistyped the address: the letter goes to the right one, and what went to the wrong
 * one opens nothing any more. Until its source confirms a lesson, only its recorder knows of it, so nobody else can do this.
 */
import type { Db } from '#api/db/client.ts';
import { endAccess } from '#api/db/codes.ts';
import { readdressContact } from '#api/db/contacts.ts';
import { appendEvent, countEvents } from '#api/db/events.ts';
import { queueLetter } from '#api/db/letters.ts';
import type { Person } from '#api/db/people.ts';
import { findOwnRecording } from '#api/db/recordings.ts';
import { beginToWaitAnew, findContact, lockSubmission } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { mailboxKey, mailDomain } from '#api/review/conflicts.ts';
import { type CorrectedAddress, MOST_CORRECTIONS } from '#schemas/recording.ts';
import { by } from './act.ts';
import { askSource, onlyRecorders, refuseTied } from './record-lesson.ts';
import { refuseBlocked } from './refuse-blocked.ts';

const EVENT = 'correct_address';

/**
 * Refuses with `not_found` what the person did not record or must not see any more; with `conflict` what its source has
 * answered, or what was corrected too often; and an address as `recordLesson` does.
 */
export async function correctAddress(
  deps: Deps,
  person: Person,
  id: string,
  { email }: CorrectedAddress,
): Promise<void> {
  onlyRecorders(person);
  const { db, jobs, limits, now } = deps;
  refuseAnswered(await findOwnRecording(db, person.id, id));
  // Counted only then: the count would be used up by whoever must not see it.
  await limits.consume('confirm', mailboxKey(email));
  await db.transaction(async (tx) => {
    await lockSubmission(tx, id);
    const recording = refuseAnswered(await findOwnRecording(tx, person.id, id));
    await refuseMore(tx, id);
    const contact = await findContact(tx, id);
    if (!contact) throw notFound();
    if (contact.email === email) throw sameAddress();
    await refuseTied(tx, person, { organization: contact.organization, email });
    await refuseBlocked(tx, email, 'email');

    const at = now();
    await readdressContact(tx, id, {
      email,
      mailDomain: mailDomain(email) ?? null,
      mailbox: mailboxKey(email),
    });
    await endAccess(tx, id);
    await beginToWaitAnew(tx, id, at);
    await appendEvent(tx, id, { type: EVENT, ...by({ kind: 'person', person }, EVENT), payload: {} }, at);
    await queueLetter(tx, jobs, id, askSource(recording.reference, recording), at);
  });
}

type Own = Awaited<ReturnType<typeof findOwnRecording>>;

function refuseAnswered(recording: Own): NonNullable<Own> {
  if (!recording) throw notFound();
  if (recording.state === 'unconfirmed') return recording;
  throw new AppError(
    'conflict',
    'It does not wait for its source to confirm it any more. Reload the page to see where it stands.',
  );
}

async function refuseMore(tx: Db, id: string): Promise<void> {
  if ((await countEvents(tx, id, EVENT)) < MOST_CORRECTIONS) return;
  throw new AppError(
    'conflict',
    `The address was corrected ${MOST_CORRECTIONS} times. Ask its source how to reach them, let this one lapse, and record the lesson again.`,
  );
}

const sameAddress = () =>
  new AppError('invalid', 'Some answers need attention.', {
    issues: [{ path: 'email', message: 'Enter another address than the one that we wrote to' }],
  });
