/** What is done in the background: letters, publishing, lapses, what is over its time, and the nightly build. */
import { deliverLetter } from './actions/deliver-letter.ts';
import { lapseSilent } from './actions/lapse.ts';
import { measureService } from './actions/measure-service.ts';
import { type PublishDeps, publish } from './actions/publish.ts';
import { retain } from './actions/retain.ts';
import { sweepEvidence } from './actions/sweep-evidence.ts';
import type { Deps } from './deps.ts';

/** Take up the queues. Every handler may run twice. */
export async function startWork(deps: Deps & PublishDeps): Promise<void> {
  const { jobs, log } = deps;
  await jobs.work('letters', ({ letterId }) => deliverLetter(deps, letterId));
  await jobs.work('publish', () => publish(deps, (step) => log.info({ step }, 'Publishing')));
  await jobs.work('publish_again', () => publish(deps, () => {}, true));
  await jobs.work('lapse', async () => {
    log.info(await lapseSilent(deps), 'Silence was looked at');
    log.info(await sweepEvidence(deps), 'Leftover files were looked for');
  });
  await jobs.work('retain', async () => log.info(await retain(deps), 'What was over its time is gone'));
  await jobs.work('nightly', async () => {
    await measureService(deps);
    await publish(deps, () => {}, true);
  });
  await jobs.schedule('lapse', '7 * * * *', {});
  await jobs.schedule('retain', '53 2 * * *', {});
  await jobs.schedule('nightly', '23 3 * * *', {});
}
