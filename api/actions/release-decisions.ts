/**
 * Release prepared decisions: each is taken now, by whoever releases it, in a transaction of its own, so that one which is
 * refused holds up no other and still waits.
 */
import { findPending, removePending } from '#api/db/pending.ts';
import type { Person } from '#api/db/people.ts';
import { lockSubmission } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { type AppError, asRefusal, notFound } from '#api/errors.ts';
import type { Moved } from '#schemas/desk.ts';
import type { Release, Released } from '#schemas/pending.ts';
import { decide, movedTo } from './decisions.ts';
import { refuseUnseen } from './prepare-decision.ts';
import { onlyDeciders, readDecision } from './show-pending.ts';

export async function releaseDecisions(
  deps: Deps,
  person: Person,
  chosen: Release['decisions'],
): Promise<Released> {
  onlyDeciders(person);
  const results: Released['results'] = [];
  // One after the other: together they would wait for each other's locks on people and jobs.
  for (const [id, at] of new Map(chosen.map((one) => [one.id, one.at])))
    results.push(await outcomeOf(deps, id, () => releaseOne(deps, person, id, at)));
  return { results };
}

const FAILED = 'Something went wrong, and was logged. The decision still waits: release it again later.';

/** A bug is told too: what was released before it has gone, and whoever asked must know that. */
async function outcomeOf(
  { log }: Pick<Deps, 'log'>,
  id: string,
  run: () => Promise<Moved>,
): Promise<Released['results'][number]> {
  try {
    return { id, moved: await run() };
  } catch (error) {
    const refused = asRefusal(error);
    if (!refused) log.error({ err: error, submission: id }, 'A decision could not be released');
    return { id, refused: refused ? reasonOf(refused) : FAILED };
  }
}

/** What to do about it, where a field needs attention; else why not. */
const reasonOf = ({ message, issues }: AppError) =>
  issues.length > 0 ? issues.map((issue) => issue.message).join(' ') : message;

/** What nobody prepared is answered like what must not be seen. */
async function releaseOne(deps: Deps, person: Person, id: string, at: string): Promise<Moved> {
  return deps.db.transaction(async (tx) => {
    await lockSubmission(tx, id);
    const found = await findPending(tx, person, id);
    if (!found) throw notFound();
    refuseUnseen(found, at);
    const asked = readDecision(found.pending);
    const row = await decide({ ...deps, db: tx }, { kind: 'person', person }, id, asked);
    await removePending(tx, id);
    return movedTo(row);
  });
}
