import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { PUBLISH_STEPS } from '#api/actions/publish.ts';
import { openSite } from '#api/publishing/site.ts';
import { startChild } from '#test/support/child.ts';
import { temporaryFolder } from '#test/support/folder.ts';
import { databaseUrl, onServer } from '#test/support/global-setup.ts';
import type { PublishOnce } from './processes/publish-once.ts';
import { PUBLIC_URL, publicView, SMALL_SITE } from './stage.ts';

const provenanceOf = (build: string) => fs.readFileSync(path.join(build, 'provenance.json'), 'utf8');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const KILLED = 'The process ended before the run did.';

test('a publisher that is killed after every step in turn finishes once', {
  timeout: 300_000,
}, async ({ onTestFinished }) => {
  const dir = temporaryFolder();
  const { database, remove } = await emptyDatabase(dir);
  onTestFinished(remove);

  let id: string | undefined;
  for (const dieAfter of PUBLISH_STEPS) {
    const killed = await run({ database, dir, id, dieAfter });
    id = killed.said[0].id;
    expect([dieAfter, killed.signal]).toEqual([dieAfter, 'SIGKILL']);
  }
  const last = await run({ database, dir, id });

  const { fate, runs } = last.said[1];
  expect(fate).toEqual({
    state: 'published',
    live: 'live',
    isPublished: true,
    events: ['start_publishing', 'publish'],
    letters: ['published'],
  });
  expect(runs.toSorted()).toEqual([...PUBLISH_STEPS.map(() => KILLED), null]);
  const recordsDir = path.join(dir, 'records');
  const siteDir = path.join(dir, 'site');
  const site = openSite({ siteDir, recordsDir, projectRoot: SMALL_SITE, publicUrl: PUBLIC_URL });
  expect(publicView({ recordsDir, site })).toEqual({
    files: ['two-rings.v1.yaml'],
    commits: ['Publish two-rings version 1'],
    pages: ['Two rings'],
  });
  const builds = fs.readdirSync(path.join(siteDir, 'builds'));
  const { predecessor } = JSON.parse(provenanceOf(site.current() ?? ''));
  const kept = builds.map((name) => provenanceOf(path.join(siteDir, 'builds', name)));
  expect(kept.map(sha256)).toContain(predecessor);
  expect(builds.filter((name) => name.endsWith('.unfinished'))).toEqual([]);
});

/** A database on disk, which both processes open: a folder, or a copy of the template on the server. */
async function emptyDatabase(
  dir: string,
): Promise<{ database: PublishOnce['database']; remove: () => Promise<void> }> {
  const origin = inject('origin');
  if (origin.kind === 'embedded')
    return { database: { dir: path.join(dir, 'database') }, remove: async () => {} };
  const name = `${origin.template}_${randomBytes(4).toString('hex')}`;
  await onServer(origin.url, `create database ${name} template ${origin.template}`);
  return {
    database: { url: databaseUrl(origin.url, name) },
    remove: () => onServer(origin.url, `drop database ${name} with (force)`),
  };
}

/** Run the publisher to its end, and hear what it said, a line of JSON each. */
async function run(once: PublishOnce) {
  const child = startChild('api/publishing/processes/publish-once.ts', JSON.stringify(once));
  const [code, signal] = await child.ends();
  const said = child.printed().trim().split('\n');
  return { code, signal, said: said.map((line) => JSON.parse(line)) };
}
