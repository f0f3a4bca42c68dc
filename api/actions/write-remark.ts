/**
 * Say something of a submission outside of a decision: at the desk, or to its submitter, who reads it behind the link of
 * a letter. The record tells the two apart.
 */
import { appendEvent } from '#api/db/events.ts';
import { queueLetter } from '#api/db/letters.ts';
import type { Person } from '#api/db/people.ts';
import { addRemark } from '#api/db/remarks.ts';
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import { type NewRemark, writerOf } from '#schemas/remark.ts';
import { lockVisible } from './lock-visible.ts';

type Needs = Pick<Deps, 'db' | 'jobs' | 'newId' | 'now'>;

/** Whoever may see a submission may write of it. */
export async function writeRemark(
  { db, jobs, newId, now }: Needs,
  person: Person,
  submissionId: string,
  { text, audience }: NewRemark,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { revision, reference } = await lockVisible(tx, person, submissionId);
    const at = now();
    const writer = writerOf(person.roles);
    const personId = person.id;
    await addRemark(tx, { id: newId(), submissionId, revision, personId, writer, audience, text, at });
    const type = audience === 'submitter' ? 'write_to_submitter' : 'remark';
    await appendEvent(tx, submissionId, { type, actor: writer, personId, payload: { text } }, at);
    if (audience === 'reviewers') return;
    const letter = compose('remark', reference, { by: writer, text });
    await queueLetter(tx, jobs, submissionId, { ...letter, to: 'contact' }, at);
  });
}
