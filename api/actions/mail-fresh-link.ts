/** Mail a fresh link to everyone who lost a code. Whoever asks gets the same answer, whether the address is known or not. */
import { queueLetter } from '#api/db/letters.ts';
import { listByMailbox } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import { mailboxKey } from '#api/review/conflicts.ts';

const AT_MOST = 10;

/** Queue one letter for each submission of this address: the code goes to the address alone, never to the one who asks. */
export async function mailFreshLinks({ db, jobs, now }: Deps, email: string): Promise<void> {
  await db.transaction(async (tx) => {
    for (const { id, reference } of await listByMailbox(tx, mailboxKey(email), AT_MOST))
      await queueLetter(tx, jobs, id, { ...compose('fresh_link', reference, {}), to: 'contact' }, now());
  });
}
