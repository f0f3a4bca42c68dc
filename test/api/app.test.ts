/** What every answer has in common, whoever gave it: headers, refusals, and what may be kept. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { createApp } from '#api/app.ts';
import { letters, revisions } from '#api/db/tables.ts';
import { openFirstEditorLink } from '#api/first-editor-link.ts';
import { finishSite } from '#api/publishing/site-files.ts';
import { openCommons } from '#test/support/commons.ts';
import { test as withDatabase } from '#test/support/database.ts';
import { lesson } from '#test/support/story.ts';

const test = withDatabase.extend('commons', async ({ db, jobs }, { onCleanup }) => {
  const commons = await openCommons(db, jobs);
  onCleanup(commons.close);
  const build = commons.deps.site.current() ?? '';
  fs.writeFileSync(path.join(build, 'index.html'), '<h1>Home</h1>');
  fs.writeFileSync(path.join(build, '404.html'), '<h1>Not here</h1>');
  await finishSite(build, []);
  return commons;
});

const ADDRESSES = ['/', '/nowhere/', '/status/', '/submit/sent/', '/api/health', '/api/nowhere', '/api/docs'];
const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('every answer', () => {
  for (const address of ADDRESSES)
    test(`${address} tells browsers what they may do with it`, async ({ commons }) => {
      const { headers } = await commons.visitor().get(address);

      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      expect(headers.has('strict-transport-security')).toBe(false);
    });

  test('asks for https from then on, where that is how people come', async ({ commons, db }) => {
    const publicUrl = 'https://patches.example.org';
    const firstEditor = await openFirstEditorLink(db, publicUrl);
    const app = createApp({ ...commons.deps, publicUrl }, { firstEditor });

    for (const address of ADDRESSES)
      expect((await app.request(address)).headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
  });
});

describe('what cannot be done', () => {
  for (const method of ['PUT', 'POST', 'DELETE'])
    test(`${method} / is refused with a problem for programs and a page for browsers`, async ({
      commons,
    }) => {
      const json = { 'content-type': 'application/json' };
      const toProgram = await commons.visitor().call(method, '/', { headers: json, body: '{}' });
      const toBrowser = await commons
        .visitor()
        .call(method, '/', { headers: { ...json, ...asBrowser }, body: '{}' });

      expect([toProgram.status, toProgram.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      expect(toProgram.headers.get('content-type')).toBe('application/problem+json');
      expect([toBrowser.status, toBrowser.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      expect(toBrowser.text).toContain('<h1>Nothing can be sent here</h1>');
    });

  test('an address of the API that is none is a problem for a browser too, because a program wrote it', async ({
    commons,
  }) => {
    const { status, headers } = await commons.visitor().get('/api/nowhere', asBrowser);

    expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });
});

describe('what may be kept', () => {
  for (const address of ['/api/health', '/api/docs', '/api/people/me', '/api/nowhere'])
    test(`${address} by nobody`, async ({ commons }) => {
      const { headers } = await commons.visitor().get(address);

      expect(headers.get('cache-control')).toBe('no-store');
    });

  for (const address of ['/api/openapi.json', '/api/receipt-key'])
    test(`${address} by everybody`, async ({ commons }) => {
      expect((await commons.visitor().get(address)).headers.get('cache-control')).toBeNull();
    });

  test('not the answer to a submission, which holds its code', async ({ commons }) => {
    const { status, headers } = await commons.visitor().post('/api/submissions', lesson);

    expect([status, headers.get('cache-control')]).toEqual([201, 'no-store']);
  });
});

describe('what comes from another site', () => {
  const fromElsewhere = { 'content-type': 'text/plain', origin: 'https://evil.example' };
  const close = (headers: Record<string, string>) =>
    ['POST', '/api/close', { headers: { ...fromElsewhere, ...headers } }] as const;

  test('is refused with what to do instead', async ({ commons }) => {
    const { status, body } = await commons.visitor().call(...close({}));

    expect([status, body.detail]).toEqual([
      403,
      'Send JSON as application/json, or post from this site’s own page.',
    ]);
  });

  test('is refused with another kind of authorization, because browsers send those by themselves', async ({
    commons,
  }) => {
    expect((await commons.visitor().call(...close({ authorization: 'Basic eDp5' }))).status).toBe(403);
  });

  test('is taken with a code as Bearer, in any case of letters', async ({ commons }) => {
    expect((await commons.visitor().call(...close({ authorization: 'bearer x' }))).status).toBe(204);
  });
});

test('before the first build, being unready is a problem like others', async ({ commons, db }) => {
  const site = { ...commons.deps.site, current: () => undefined };
  const app = createApp(
    { ...commons.deps, site },
    { firstEditor: await openFirstEditorLink(db, 'http://localhost') },
  );

  const answer = await app.request('/api/ready');

  expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
  expect(await answer.json()).toMatchObject({ status: 503, title: 'The site has not been built yet' });
});

test('letters asked for are counted by mailbox, so that tags and dots at the end ask for no more', async ({
  commons,
}) => {
  const visitor = commons.visitor();
  const ask = async (email: string) => (await visitor.post('/api/links', { email })).status;

  expect(await ask('ada@example.org')).toBe(202);
  expect(await ask('ada+1@example.org')).toBe(202);
  expect(await ask('Ada+2@Example.org')).toBe(202);
  expect(await ask('ada+3@example.org')).toBe(429);
  expect(await ask('rea@example.org')).toBe(202);
});

test('what fails on the way is logged without what was sent', async ({ commons, db }) => {
  const deps = { ...commons.deps, newId: () => 'no id' };
  const app = createApp(deps, { firstEditor: await openFirstEditorLink(db, commons.deps.publicUrl) });

  const answer = await app.request('/api/submissions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(lesson),
  });

  expect(answer.status).toBe(500);
  expect(await Promise.all([db.$count(revisions), db.$count(letters)])).toEqual([0, 0]);
  expect(commons.logged.join()).toContain('DrizzleQueryError');
  for (const secret of [lesson.contact.email, lesson.content.title])
    expect(commons.logged.join()).not.toContain(secret);
});
