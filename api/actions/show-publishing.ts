/** Where publishing stands, and trying again what was stopped. For editors. */
import type { Person } from '#api/db/people.ts';
import { listRuns } from '#api/db/publishings.ts';
import { listUnpublished } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import type { Publishing } from '#schemas/publishing.ts';
import { onlyEditors } from './only-editors.ts';

const TEXTS = 200;
const BUILDS = 10;

type Row = Awaited<ReturnType<typeof listUnpublished>>[number];
type Run = Awaited<ReturnType<typeof listRuns>>[number];

/** Of texts only those that the person may see. When the site was built is no secret: every page says it. */
export async function showPublishing({ db }: Pick<Deps, 'db'>, person: Person): Promise<Publishing> {
  onlyEditors(person, 'look after publishing');
  const texts = await listUnpublished(db, person, TEXTS);
  return { texts: texts.map(asText), builds: (await listRuns(db, BUILDS)).map(asBuild) };
}

/** Try every text that waits or was stopped, with a new build. While that is asked for or under way, asking again does nothing. */
export async function publishAgain({ db, jobs }: Pick<Deps, 'db' | 'jobs'>, person: Person): Promise<void> {
  onlyEditors(person, 'look after publishing');
  await db.transaction((tx) => jobs.send(tx, 'publish_again', {}));
}

function asText({ state, stateSince, stoppedAt, problem, ...row }: Row): Publishing['texts'][number] {
  const standing = state === 'publishing' ? 'running' : stoppedAt ? 'stopped' : 'waiting';
  return {
    ...row,
    standing,
    since: stateSince.toISOString(),
    ...(standing === 'stopped' && { problem: problem ?? 'It is not known why.' }),
  };
}

const asBuild = ({ startedAt, finishedAt, build, problem }: Run): Publishing['builds'][number] => ({
  startedAt: startedAt.toISOString(),
  ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
  built: build !== null,
  ...(problem !== null && { problem }),
});
