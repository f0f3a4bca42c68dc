/**
 * How long it takes from a signature until its page is up, on a site that has 1,000 lessons besides: the job is queued, taken
 * up, the site built and swapped in, as it is when a submitter signs.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { publish } from '#api/actions/publish.ts';
import { openDb } from '#api/db/client.ts';
import { startJobs } from '#api/jobs.ts';
import { serveSite } from '#api/publishing/serve-site.ts';
import { lessonPath } from '#site/paths.ts';
import { publishDeps, published, storeSigned } from '#test/api/publishing/stage.ts';
import { writeRecords } from './build.ts';
import { median } from './numbers.ts';

export const LESSONS = 1_000;
export const ROUNDS = 3;
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const LOOK_EVERY = 100;

/** Seconds: of the first build, with empty caches, and from a signature until its page is up. */
export type PublishSpeed = { first: number; visible: number; slowest: number };

export async function measurePublish(lessons = LESSONS): Promise<PublishSpeed> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-bench-'));
  const database = await openDb({ dir: path.join(dir, 'db') });
  const jobs = await startJobs(database, console.error);
  try {
    const deps = await publishDeps(database, jobs, dir, PROJECT);
    writeRecords(deps.recordsDir, lessons);
    const first = await secondsOf(() => publish(deps));
    await jobs.work('publish', () => publish(deps));

    const site = new Hono().get('*', serveSite(deps.site));
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const slug = `measured-${'abc'[round]}`;
      await storeSigned(database.db, published(slug, `Measured ${round}`));
      took.push(
        await secondsOf(async () => {
          await database.db.transaction((tx) => jobs.send(tx, 'publish', {}));
          while ((await site.request(lessonPath(slug))).status !== 200) await setTimeout(LOOK_EVERY);
        }),
      );
    }
    return { first, visible: median(took), slowest: Math.max(...took) };
  } finally {
    await jobs.stop();
    await database.close();
    fs.rmSync(dir, { recursive: true });
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
