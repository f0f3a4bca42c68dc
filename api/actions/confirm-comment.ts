/** Whoever commented presses the button behind the mailed link: now the editors may read it. */

import type { Db } from '#api/db/client.ts';
import { findByCode, lockConfirmed, markConfirmed, type Source } from '#api/db/comments.ts';
import { type Addressed, queueLetters } from '#api/db/letters.ts';
import { listPeople } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { compose } from '#api/letters/wording.ts';
import { isHiddenFrom } from '#api/review/comments.ts';
import { hashCode } from '#api/review/secret-code.ts';
import { keysOf } from './keys-of.ts';
import { refuseBlocked } from './refuse-blocked.ts';

type Written = { submissionId: null; letter: Addressed };
type Needs = Pick<Deps, 'db' | 'jobs' | 'now'>;

/** Refuses with `unauthorized` what is no code of a comment. Confirming twice does no more than once. */
export async function confirmComment({ db, jobs, now }: Needs, code: string): Promise<void> {
  await db.transaction(async (tx) => {
    const found = await findByCode(tx, hashCode(code));
    if (!found)
      throw new AppError(
        'unauthorized',
        'This code confirms no comment. Open the link of the newest letter, or copy the eight words at its end.',
      );
    await refuseBlocked(tx, found.email);
    if (!(await markConfirmed(tx, found.id))) return;
    const source = await lockConfirmed(tx, found.id);
    const letters = await tellEditors(tx, source?.source ?? null);
    await queueLetters(tx, jobs, letters, now());
  });
}

/** Every editor without a conflict; where there is none, the escalation address. */
async function tellEditors(tx: Db, source: Source): Promise<Written[]> {
  const editors = (await listPeople(tx)).filter(({ roles }) => roles.includes('editor'));
  const free: Written[] = [];
  for (const editor of editors)
    if (!isHiddenFrom(await keysOf(tx, editor), source))
      free.push({
        submissionId: null,
        letter: { ...compose('work_waiting', undefined, {}), to: { personId: editor.id } },
      });
  if (free.length > 0) return free;
  const help = { ...compose('independent_editor_needed', undefined, {}), to: 'escalation' as const };
  return [{ submissionId: null, letter: help }];
}
