/** What is done in the background: letters, publishing, lapses, and the nightly build. */
import { deliverLetter } from './actions/deliver-letter.ts';
import { lapseSilent } from './actions/lapse.ts';
import { type PublishDeps, publish } from './actions/publish.ts';
import { removeExpiredOpenings } from './db/codes.ts';
import type { Deps } from './deps.ts';

/** Take up the queues. Every handler may run twice. */
export async function startWork(deps: Deps & PublishDeps): Promise<void> {
  const { jobs } = deps;
  await jobs.work('letters', ({ letterId }) => deliverLetter(deps, letterId));
  await jobs.work('publish', () => publish(deps, (step) => deps.log.info({ step }, 'Publishing')));
  await jobs.work('lapse', () => tidy(deps));
  await jobs.work('nightly', () => publish(deps, () => {}, true));
  await jobs.schedule('lapse', '7 * * * *', {});
  await jobs.schedule('nightly', '23 3 * * *', {});
}

async function tidy(deps: Deps): Promise<void> {
  deps.log.info(await lapseSilent(deps), 'Silence was looked at');
  await removeExpiredOpenings(deps.db, deps.now());
  await deps.limits.removeExpired();
}
