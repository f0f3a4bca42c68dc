/**
 * Release prepared decisions: each is taken now, by whoever releases it, in a transaction of its own, so that one which is
 * refused holds up no other and still waits.
 */
import { findPending, removePending } from '#api/db/pending.ts';
import type { Person } from '#api/db/people.ts';
import { lockSubmission, type SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { asRefusal, notFound } from '#api/errors.ts';
import type { Lettered } from '#schemas/decisions.ts';
import type { Moved } from '#schemas/desk.ts';
import type { Decision, Released } from '#schemas/pending.ts';
import type { PersonParty } from './act.ts';
import { DECISIONS, movedTo } from './decisions.ts';
import { onlyDeciders, readDecision } from './show-pending.ts';

export async function releaseDecisions(
  deps: Deps,
  person: Person,
  ids: readonly string[],
): Promise<Released> {
  onlyDeciders(person);
  const results: Released['results'] = [];
  // One after the other: together they would wait for each other's locks on people and jobs.
  for (const id of new Set(ids)) results.push(await outcomeOf(id, () => releaseOne(deps, person, id)));
  return { results };
}

async function outcomeOf(id: string, run: () => Promise<Moved>): Promise<Released['results'][number]> {
  try {
    return { id, moved: await run() };
  } catch (error) {
    const refused = asRefusal(error);
    if (!refused) throw error;
    return { id, refused: refused.message };
  }
}

/** What nobody prepared is answered like what must not be seen. */
async function releaseOne(deps: Deps, person: Person, id: string): Promise<Moved> {
  return deps.db.transaction(async (tx) => {
    await lockSubmission(tx, id);
    const found = await findPending(tx, person, id);
    if (!found) throw notFound();
    const party: PersonParty = { kind: 'person', person };
    const row = await decide({ ...deps, db: tx }, party, id, readDecision(found.pending));
    await removePending(tx, id);
    return movedTo(row);
  });
}

const decide = <Name extends Lettered>(
  deps: Deps,
  party: PersonParty,
  id: string,
  { action, input }: Decision<Name>,
): Promise<SubmissionRow> => DECISIONS[action](deps, party, id, input);
