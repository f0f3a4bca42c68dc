/** The publisher and the site that people read, together. The other tests of the publisher build a small site. */
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { expect } from 'vitest';
import { publish } from '#api/actions/publish.ts';
import { retireVersions } from '#api/db/versions.ts';
import { serveSite } from '#api/publishing/serve-site.ts';
import { lessonPath } from '#site/paths.ts';
import { fillShell } from '#site/shell.ts';
import { test } from '#test/support/database.ts';
import { temporaryFolder } from '#test/support/folder.ts';
import { NOW, publishDeps, published, storeSigned } from './stage.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

test('a signed lesson has a page on the real site, and a note in its place once it is retired', {
  timeout: 300_000,
}, async ({ database, db, jobs }) => {
  const deps = await publishDeps(database, jobs, temporaryFolder(), PROJECT);
  const app = new Hono().get('*', serveSite(deps.site));
  const visit = async () => {
    const page = await app.request(lessonPath('two-rings'));
    return { status: page.status, text: await page.text() };
  };
  const id = await storeSigned(db, published('two-rings', 'Two rings found the fault'));

  await publish(deps);
  const live = await visit();
  await retireVersions(db, id, 'It named somebody who did not agree.', NOW);
  await publish(deps);
  const retired = await visit();

  expect([live.status, retired.status]).toEqual([200, 200]);
  expect(live.text).toContain('Two rings found the fault');
  expect(retired.text).not.toContain('Two rings found the fault');
  expect(retired.text).toContain('It named somebody who did not agree.');
  expect(fillShell(deps.site.shell(), { title: 'A form', content: '<h1>A form</h1>' })).toContain(
    '<h1>A form</h1>',
  );
});
