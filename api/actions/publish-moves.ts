/** The three moves that the publisher makes. Each asks the workflow, so none of them publishes what was retired meanwhile. */
import type { Addressed } from '#api/db/letters.ts';
import { markPublished, markStopped, type VersionName } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { compose } from '#api/letters/wording.ts';
import type { Facts } from '#api/review/facts.ts';
import type { Action } from '#schemas/workflow.ts';
import { recordPagePath } from '#site/paths.ts';
import { act, type Effect, type Situation } from './act.ts';
import { freeEditors, independentEditorNeeded } from './notices.ts';

type MoveDeps = Pick<Deps, 'db' | 'jobs' | 'now' | 'publicUrl'>;

/** Take a signed text for publication. `false` where it was withdrawn, returned or retired first. */
export const startPublishing = (deps: MoveDeps, { submissionId, version }: VersionName) =>
  move(deps, submissionId, 'start_publishing', async () => ({ payload: { version } }));

/** Say that the page is up. `false` where the workflow refuses it: the lesson was retired while its page was built. */
export const finishPublishing = (deps: MoveDeps, name: VersionName) =>
  move(deps, name.submissionId, 'publish', async ({ tx, row, at }) => {
    await markPublished(tx, name, at);
    return {
      set: { liveVersion: name.version },
      letter: compose('published', row.reference, {
        address: `${deps.publicUrl}${recordPagePath(name.kind, name.slug)}`,
      }),
      payload: { version: name.version },
    };
  });

/** Give a text back that cannot be published now, and tell the editors, once. Its file must be gone already. */
export const stopPublishing = (deps: MoveDeps, name: VersionName, problem: string) =>
  move(deps, name.submissionId, 'stop_publishing', async ({ tx, row, facts, at }) => {
    const isNew = await markStopped(tx, name, at);
    const also = isNew ? toEditors(facts, row.reference, problem) : [];
    return { also, payload: { version: name.version, problem } };
  });

/** Whether the workflow took the move. */
async function move(
  deps: MoveDeps,
  id: string,
  action: Action,
  effect: (situation: Situation) => Promise<Effect>,
): Promise<boolean> {
  try {
    await act(deps, { party: { kind: 'system' }, id, action }, effect);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

const toEditors = (facts: Facts, reference: string, problem: string): Addressed[] =>
  independentEditorNeeded(facts) ??
  freeEditors(facts).map((personId) => ({
    ...compose('publishing_stopped', reference, { problem }),
    to: { personId },
  }));
