/**
 * `npm run demo`: `npm start` in a folder of its own, with a desk that has lessons in every state and people of each role.
 * All of it is invented, done by the same actions as real work, and removed when the program ends.
 */
import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Config, ConfigError, readConfig } from '#api/config.ts';
import type { Deps } from '#api/deps.ts';
import { openLog } from '#api/log.ts';
import { newCode } from '#api/review/secret-code.ts';
import { fail, say, serveStarted } from '#api/serve.ts';
import { type Started, start } from '#api/start.ts';
import { STATE_LABELS } from '#schemas/workflow.ts';
import { PATHS } from '#site/paths.ts';
import { LATER_COMMENTS, PUBLISHED_COMMENT, tellComment } from './demo/comments.ts';
import { gatherDesk } from './demo/desk.ts';
import { openPost } from './demo/past.ts';
import { readSamples } from './demo/samples.ts';
import { PAST, PRESENT, type Telling, tellStory } from './demo/stories.ts';

/** What may be set: where it listens and what it logs. Real mail, records and databases are never touched. */
const { PORT, HOST, PUBLIC_URL, LOG_LEVEL = 'warn', DATABASE_URL, DATA_DIR } = process.env;
/** Days before now: before the first story. */
const DESK_CAME = 120;

async function main(): Promise<void> {
  const folder = emptyFolder();
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const config = readConfig({ PORT, HOST, PUBLIC_URL, LOG_LEVEL, DATA_DIR: folder, DEMO: 'true' });
  const password = newCode((below) => randomInt(below))
    .split('-')
    .slice(0, 4)
    .join('-');
  const filled = await serveStarted(config, () => startFilled(config, password));
  describe(config, filled, password);
}

/** A folder that holds nothing. Throws `ConfigError` where something else was asked for. */
function emptyFolder(): string {
  if (DATABASE_URL)
    throw new ConfigError('The demonstration fills an embedded database of its own. Unset DATABASE_URL.');
  if (!DATA_DIR) return fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-demo-'));
  if (fs.existsSync(DATA_DIR) && fs.readdirSync(DATA_DIR).length > 0)
    throw new ConfigError(
      `The demonstration fills an empty folder, and ${DATA_DIR} is not empty. Unset DATA_DIR or name another.`,
    );
  fs.mkdirSync(DATA_DIR, { recursive: true });
  return path.resolve(DATA_DIR);
}

async function startFilled(config: Config, password: string): Promise<Started & Telling> {
  const log = openLog(config.LOG_LEVEL);
  const past = Promise.withResolvers<Telling>();
  const prepare = async (deps: Deps) => past.resolve(await tellPast(deps, password));
  const started = await start(config, { log, say, prepare });
  const telling = await past.promise;
  for (const story of PRESENT) await tellStory(telling, story);
  for (const comment of LATER_COMMENTS) await tellComment(telling, comment);
  return { ...started, ...telling };
}

async function tellPast(deps: Deps, password: string): Promise<Telling> {
  say('Bringing people to the desk');
  const post = openPost(deps);
  const desk = await gatherDesk(post, password, DESK_CAME);
  const telling = { post, desk, samples: readSamples() };
  for (const [index, story] of PAST.entries()) {
    say(`Telling lesson ${index + 1} of ${PAST.length}: ${story.slug}`);
    await tellStory(telling, story);
  }
  await tellComment(telling, PUBLISHED_COMMENT);
  return telling;
}

/** Say where to look, who can sign in, and by which links each submitter comes in. */
function describe({ PUBLIC_URL: origin }: Config, { desk, post, samples }: Telling, password: string): void {
  say(`\nPatch Commons, a demonstration:  ${origin}${PATHS.home}`);
  say(`The desk:                        ${origin}${PATHS.desk}`);
  say(`\nPeople of the desk. The password of each: ${password}`);
  for (const { email, roles } of Object.values(desk)) say(`  ${email.padEnd(20)} ${roles.join(', ')}`);
  say('\nLessons, and the secret link of whoever sent each');
  for (const { slug, ends } of [...PAST, ...PRESENT]) {
    const link = post.linkTo(samples.get(slug)?.sent.contact.email ?? '');
    say(`  ${slug}: ${STATE_LABELS[ends]}${link ? `\n    ${link}` : ''}`);
  }
  say('\nCtrl-C ends it and removes everything.');
}

main().catch(fail);
