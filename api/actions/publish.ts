/**
 * One run of the publisher: the folder of records, its history and the site are brought to what the database says is
 * public, and signed texts become public with them. It may end at any point, however it ends, and finishes once when it
 * is started again: every step looks at what is there before it does anything, and the workflow refuses a move that was
 * made already.
 *
 * A text becomes `publishing` before any file of it is written, and is given back only after its file is gone, so nothing
 * that can be withdrawn is public.
 */
import { listAdjudicated, markCommentsPublished } from '#api/db/comments.ts';
import { listNeverPublicRuns, listPublicRuns, markRunsPublished } from '#api/db/lab-runs.ts';
import { queueLetters } from '#api/db/letters.ts';
import { listPeople } from '#api/db/people.ts';
import { closeRun, couldBuildBefore, openRun, type RunAlone } from '#api/db/publishings.ts';
import { listSigned, type Signed } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import { describeError } from '#api/log.ts';
import { BuildFailed } from '#api/publishing/build.ts';
import { printAlone, UnprintableRecord } from '#api/publishing/print-alone.ts';
import { RecordDiffers, type RecordsFolder, recordPath } from '#api/publishing/records-folder.ts';
import type { BuildId } from '#api/publishing/site.ts';
import { finishPublishing, startPublishing, stopPublishing } from './publish-moves.ts';
import { pathOfRun, reconcileRecords } from './publish-records.ts';

export type PublishDeps = Pick<Deps, 'db' | 'jobs' | 'site' | 'now' | 'newId' | 'publicUrl' | 'log'> & {
  records: RecordsFolder;
  /** One run at a time, among all processes that use this database. */
  alone: RunAlone;
};

/** What a run has just done; `building` when the build has just begun. */
export const PUBLISH_STEPS = ['file', 'commit', 'building', 'build', 'swap', 'state'] as const;
export type PublishStep = (typeof PUBLISH_STEPS)[number];
type OnStep = (step: PublishStep) => void | Promise<void>;

type Run = PublishDeps & {
  onStep: OnStep;
  again: boolean;
  assertAlone: () => Promise<void>;
  served: BuildId | undefined;
};

/** Texts taken by one run. The rest waits for the next. */
const BATCH = 200;

/**
 * Publish what was signed (with `again`, also what was stopped before), take down what was retired, and build the site anew. Waits for a run that is under way.
 * Throws where the site cannot be built even without what is new; what was served is served on.
 */
export async function publish(deps: PublishDeps, onStep: OnStep = () => {}, again = false): Promise<void> {
  await deps.alone(async (assertAlone) => {
    const run: Run = { ...deps, onStep, again, assertAlone, served: undefined };
    const id = deps.newId();
    await openRun(deps.db, id, deps.now());
    try {
      await publishSigned(run);
      await closeRun(deps.db, id, { at: deps.now(), build: run.served, problem: undefined });
    } catch (error) {
      // Together: a process that dies in between would have told nobody, and the next run would take it for told.
      await deps.db.transaction(async (tx) => {
        await closeRun(tx, id, { at: deps.now(), build: run.served, problem: problemOf(error) });
        await tellEditors({ ...deps, db: tx }, id);
      });
      throw error;
    }
  });
}

/** What editors read of it, all of them: errors of drivers repeat what they were given, as the log knows too. */
function problemOf(error: unknown): string {
  const { message, code, name } = describeError(error);
  return message ?? `It broke off: ${code ?? name}. The log of the publisher says where.`;
}

/** Once, and not for each time that it is tried again. */
async function tellEditors(
  { db, jobs, now }: Pick<PublishDeps, 'db' | 'jobs' | 'now'>,
  runId: string,
): Promise<void> {
  if (!(await couldBuildBefore(db, runId))) return;
  const editors = (await listPeople(db)).filter(({ roles }) => roles.includes('editor'));
  const letters = editors.map(({ id }) => ({
    submissionId: null,
    letter: { ...compose('build_failed', undefined, {}), to: { personId: id } },
  }));
  await queueLetters(db, jobs, letters, now());
}

async function publishSigned(run: Run): Promise<void> {
  const sound: Signed[] = [];
  for (const text of await listSigned(run.db, BATCH, run.again))
    if ((await take(run, text)) && (await isSound(run, text))) sound.push(text);
  const retired = sound.filter(({ live }) => live === 'retired');
  await giveBack(run, retired, 'It was retired before it was published.');

  const coming = sound.filter(({ live }) => live !== 'retired');
  await bringUp(run, coming);
  // All that was new broke the build, or nothing was new: what was retired must go all the same.
  if (run.served === undefined) await bringUp(run, []);
}

/** Take a text for this run. One that a dead run had taken is this run's. */
const take = async (run: Run, text: Signed) =>
  text.state === 'publishing' || (await startPublishing(run, text));

/** Print a text alone and write its file, so that a bad one holds nobody else up. */
async function isSound(run: Run, text: Signed): Promise<boolean> {
  try {
    await run.records.reconcile(new Map([[pathOf(text), printAlone(text.published)]]));
    return true;
  } catch (error) {
    if (!(error instanceof UnprintableRecord || error instanceof RecordDiffers)) throw error;
    run.log.error({ err: error, submission: text.submissionId }, 'A record cannot be published');
    // A file of other content is somebody else's, and before this run none was ours unless a dead run wrote it.
    const isOurs = error instanceof UnprintableRecord && text.state === 'publishing';
    if (isOurs) await removeFiles(run, [text]);
    await stopPublishing(run, text, error.message);
    return false;
  }
}

/** Make `texts` public together. If the site cannot be built with them, try each half, until the one that breaks it is alone. */
async function bringUp(run: Run, texts: readonly Signed[]): Promise<void> {
  const comments = await listAdjudicated(run.db);
  const runs = await listPublicRuns(run.db, run.now(), idsOf(texts));
  const paths = await reconcileRecords(run, texts, { comments, runs });
  await run.onStep('file');
  await run.records.commit(paths, run.now());
  await run.onStep('commit');
  try {
    await serveNew(run);
  } catch (error) {
    if (!(error instanceof BuildFailed) || texts.length === 0) throw error;
    run.log.error({ err: error }, 'The site cannot be built with what is new');
    return splitUp(run, texts);
  }
  await markCommentsPublished(
    run.db,
    comments.map(({ id }) => id),
    run.now(),
  );
  for (const text of texts) await publishOne(run, text);
  await markRunsPublished(
    run.db,
    runs.map(({ run: { id } }) => id),
    run.now(),
  );
  await run.onStep('state');
}

async function serveNew(run: Run): Promise<void> {
  let begun = false;
  const build = await run.site.build((line) => {
    run.log.debug({ line }, 'build');
    if (!begun) void run.onStep('building');
    begun = true;
  });
  await run.onStep('build');
  await run.assertAlone();
  await run.site.swap(build);
  run.served = build;
  await run.onStep('swap');
}

async function splitUp(run: Run, texts: readonly Signed[]): Promise<void> {
  if (texts.length === 1)
    return giveBack(run, texts, 'The site cannot be built with it. The log of the publisher says why.');
  await removeFiles(run, texts);
  const middle = Math.ceil(texts.length / 2);
  await bringUp(run, texts.slice(0, middle));
  await bringUp(run, texts.slice(middle));
}

async function publishOne(run: Run, text: Signed): Promise<void> {
  await run.assertAlone();
  if (await finishPublishing(run, text)) return;
  // Retired while its page was built. The page goes with the next run.
  await giveBack(run, [text], 'It was retired while it was being published.');
  await run.db.transaction((tx) => run.jobs.send(tx, 'publish', {}));
}

/** Remove the files first: from `accepted` a text can be withdrawn, and then none may be left. */
async function giveBack(run: Run, texts: readonly Signed[], problem: string): Promise<void> {
  await removeFiles(run, texts);
  for (const text of texts) await stopPublishing(run, text, problem);
}

async function removeFiles(run: Run, texts: readonly Signed[]): Promise<void> {
  const beside = await listNeverPublicRuns(run.db, idsOf(texts));
  const paths = [...texts.map(pathOf), ...beside.map(pathOfRun)];
  await run.records.reconcile(new Map(paths.map((path) => [path, null])));
  await run.records.commit(paths, run.now());
}

const idsOf = (texts: readonly Signed[]) => texts.map(({ submissionId }) => submissionId);
const pathOf = ({ kind, slug, version }: Signed) => recordPath(kind, slug, version);
