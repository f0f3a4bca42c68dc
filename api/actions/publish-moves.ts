/** The three moves that the publisher makes. Each asks the workflow, so none of them publishes what was retired meanwhile. */

import type { Db } from '#api/db/client.ts';
import { findFacts } from '#api/db/facts.ts';
import type { Addressed } from '#api/db/letters.ts';
import {
  advance,
  type Change,
  findSubmission,
  lockSubmission,
  type SubmissionRow,
} from '#api/db/submissions.ts';
import { markPublished, type VersionName } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import { needsIndependentEditor } from '#api/review/desk-size.ts';
import type { Facts } from '#api/review/facts.ts';
import { transition } from '#api/review/workflow.ts';
import type { Action } from '#schemas/workflow.ts';
import { lessonPath } from '#site/paths.ts';

type MoveDeps = Pick<Deps, 'db' | 'jobs' | 'now' | 'publicUrl'>;
type Situation = { tx: Db; row: SubmissionRow; facts: Facts; at: Date };
type Effect = { set?: Change['set']; letters?: readonly Addressed[]; payload?: Record<string, unknown> };

/** Take a signed text for publication. `false` where it was withdrawn, returned or retired first. */
export const startPublishing = (deps: MoveDeps, { submissionId, version }: VersionName) =>
  move(deps, submissionId, 'start_publishing', async () => ({ payload: { version } }));

/** Say that the page is up. `false` where the workflow refuses it: the lesson was retired while its page was built. */
export const finishPublishing = (deps: MoveDeps, name: VersionName) =>
  move(deps, name.submissionId, 'publish', async ({ tx, row, at }) => {
    await markPublished(tx, name, at);
    const address = `${deps.publicUrl}${lessonPath(name.slug)}`;
    return {
      set: { live: 'live', liveVersion: name.version },
      letters: [{ ...compose('published', row.reference, { address }), to: 'contact' }],
      payload: { version: name.version },
    };
  });

/** Give a text back that cannot be published now, and tell the editors. Its file must be gone already. */
export const stopPublishing = (deps: MoveDeps, { submissionId, version }: VersionName, problem: string) =>
  move(deps, submissionId, 'stop_publishing', async ({ row, facts }) => ({
    letters: toEditors(facts, row.reference, problem),
    payload: { version, problem },
  }));

async function move(
  deps: MoveDeps,
  id: string,
  action: Action,
  effect: (situation: Situation) => Promise<Effect>,
): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    await lockSubmission(tx, id);
    const row = await findSubmission(tx, id);
    if (!row) return false;
    const at = deps.now();
    const facts = await findFacts(tx, row, at);
    const outcome = transition(facts, action, { kind: 'system' });
    if (!outcome.ok) return false;

    const { set, letters = [], payload = {} } = await effect({ tx, row, facts, at });
    const event = { type: action, actor: 'system' as const, payload };
    const { from, to } = outcome;
    const change = { id, from, revision: row.revision, to, event, letters, at };
    return (await advance(tx, deps.jobs, { ...change, ...(set && { set }) })) !== undefined;
  });
}

/** Every editor who may see it; where all of them are in conflict, the escalation address. */
function toEditors({ desk }: Facts, reference: string, problem: string): Addressed[] {
  if (needsIndependentEditor(desk))
    return [{ ...compose('independent_editor_needed', undefined, {}), to: 'escalation' }];
  return desk
    .filter(({ roles, conflicted }) => !conflicted && new Set(roles).has('editor'))
    .map(({ id }) => ({ ...compose('publishing_stopped', reference, { problem }), to: { personId: id } }));
}
