/**
 * A publisher that can be killed: opens the database, runs once, and prints what became of the submission `id`. With
 * `dieAfter` it kills itself, as a crash would, when that step is done.
 */
import type { PublishStep } from '#api/actions/publish.ts';
import { publish } from '#api/actions/publish.ts';
import { openDb } from '#api/db/client.ts';
import { listRuns } from '#api/db/publishings.ts';
import { startJobs } from '#api/jobs.ts';
import { fateOf, publishDeps, published, storeSigned } from '../stage.ts';

export type PublishOnce = {
  database: { url: string } | { dir: string };
  dir: string;
  /** Absent at the first start: then a submission is stored, and its id printed. */
  id?: string | undefined;
  dieAfter?: PublishStep;
};

const { database: where, dir, id, dieAfter } = JSON.parse(process.argv[2] ?? '') as PublishOnce;

const database = await openDb(where);
const jobs = await startJobs(database, console.error);
const stored = id ?? (await storeSigned(database.db, published('two-rings', 'Two rings')));
console.log(JSON.stringify({ id: stored }));

await publish(await publishDeps(database, jobs, dir), (step) => {
  if (step === dieAfter) process.kill(process.pid, 'SIGKILL');
});

const runs = (await listRuns(database.db, 10)).map(({ problem }) => problem);
console.log(JSON.stringify({ fate: await fateOf(database.db, stored), runs }));
await jobs.stop();
await database.close();
