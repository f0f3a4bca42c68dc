/** The demonstration as somebody starts it: a process of its own, with its real build of the site. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { readCommentedTexts } from '#api/publishing/known-content.ts';
import type { DeskComment } from '#schemas/comment.ts';
import type { DeskSubmission } from '#schemas/desk.ts';
import { AUDIENCES, STATE_LABELS, STATES, type State } from '#schemas/workflow.ts';
import { openUntil } from '#site/forms/comment/texts.ts';
import { PATHS, recordPagePath, versionPath } from '#site/paths.ts';
import { startBrowser } from '#test/support/browser.ts';
import { faults } from '#test/support/faults.ts';
import { temporaryFolder } from '#test/support/folder.ts';

const PROGRAM = fileURLToPath(new URL('../../../api/programs/demo.ts', import.meta.url));
const CONTENT = fileURLToPath(new URL('../../../content', import.meta.url));
const STARTED = 'Ctrl-C ends it';
/** A build of the whole site, on a machine that does other things too. */
const PATIENCE = 300_000;
/** The desk sees nothing of these; the console names them. */
const UNSEEN: readonly State[] = ['draft', 'unconfirmed'];
const COMMENTED = 'processes/routine-patching';

/** Start the demonstration with nothing set but `env`. */
function startDemo(env: Record<string, string>) {
  const { DATABASE_URL: _, DATA_DIR: __, ...outer } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM], { env: { ...outer, ...env } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      printed += text;
    });
  return { child, gone: once(child, 'close'), printed: () => printed };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no port');
  return String(address.port);
}

const foldersLeft = (temporary: string) => fs.readdirSync(temporary).filter((name) => name.includes('demo'));

// It never uses another engine than the embedded one.
describe.skipIf(inject('server'))('a demonstration', { timeout: PATIENCE }, () => {
  let demo: ReturnType<typeof startDemo>;
  let origin: string;
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-test-'));

  beforeAll(async () => {
    const PORT = await freePort();
    origin = `http://localhost:${PORT}`;
    demo = startDemo({ PORT, TMPDIR: temporary });
    const ready = () => demo.printed().includes(STARTED) || demo.child.exitCode !== null;
    await vi.waitUntil(ready, { timeout: PATIENCE, interval: 100 });
    expect(demo.printed()).toContain(STARTED);
  }, PATIENCE);
  afterAll(() => {
    demo.child.kill('SIGKILL');
    fs.rmSync(temporary, { recursive: true, force: true });
  });

  const signIn = async (email: string) => {
    const password = /The password of each: (\S+)/.exec(demo.printed())?.[1];
    const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    return {
      status: answer.status,
      cookie: answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; '),
    };
  };

  test('has a lesson in every state, so that nothing of the desk has to be imagined', async () => {
    const { cookie } = await signIn('edda@desk.example');

    const answer = await fetch(`${origin}/api/desk/submissions`, { headers: { cookie } });
    const { items } = (await answer.json()) as { items: { state: State; title: string; live: string }[] };

    const seen = new Set(items.map(({ state }) => state));
    expect(STATES.filter((state) => !seen.has(state))).toEqual(UNSEEN);
    expect(new Set(items.map(({ live }) => live))).toEqual(new Set(['none', 'live', 'retired']));
    expect(demo.printed()).toMatch(/media-across-the-air-gap: Draft/);
    expect(demo.printed()).toMatch(/food-bank-volunteer-laptops: Waiting for you to confirm your address/);
  });

  /** Nobody comments on a text that is not open, in a demonstration neither. */
  const isOpenForComment = () => {
    const today = new Date().toISOString().slice(0, 10);
    return readCommentedTexts(CONTENT).some((text) => text.id === COMMENTED && openUntil(text, today));
  };

  test('has everything else that passes over the desk', async () => {
    const { cookie } = await signIn('edda@desk.example');
    const get = async (address: string) => (await fetch(origin + address, { headers: { cookie } })).json();
    const { items }: { items: { id: string }[] } = await get('/api/desk/submissions');
    const submissions: DeskSubmission[] = await Promise.all(
      items.map(({ id }) => get(`/api/desk/submissions/${id}`)),
    );
    const comments: DeskComment[] = await get('/api/desk/comments');

    const runs = submissions.flatMap(({ lab }) => lab?.runs ?? []);
    expect(
      runs.filter(({ recorded, statement, published }) => recorded && statement && published),
    ).not.toEqual([]);
    expect(runs.filter(({ current, recorded }) => current && !recorded)).not.toEqual([]);
    const readers = submissions.flatMap(({ remarks }) => remarks.map(({ audience }) => audience));
    expect(new Set(readers)).toEqual(new Set(AUDIENCES));
    expect(submissions.filter(({ recording }) => recording)).toHaveLength(1);
    expect(await get('/api/desk/pending')).toMatchObject([{ decision: { action: 'decline' } }]);
    expect(comments.map(({ state }) => state).toSorted()).toEqual(
      isOpenForComment() ? ['adjudicated', 'published', 'received'] : [],
    );
  });

  test('shows readers two versions of a lesson, a tombstone, what the lab found, and an answered comment', async () => {
    const read = async (address: string) => (await fetch(origin + address)).text();

    const corrected = 'canary-caught-print-driver';
    expect(await read(recordPagePath('lesson', corrected))).toContain('counted again a year later');
    expect(await read(versionPath('lesson', corrected, 1))).toContain('This is not the current text');
    expect(await read(recordPagePath('lesson', 'school-labs-reimaged'))).toContain('This lesson was retired');
    const offering = await read(recordPagePath('offering', 'sample-offering-tallyboard'));
    expect(offering).toContain('What the lab found');
    expect(offering).toContain('The vendor says');
    const text = await read(`/${COMMENTED}/`);
    expect(text.includes('Our first fault hid in the one model')).toBe(isOpenForComment());
  });

  test('lets a person of each role in by the password that it prints', async () => {
    const printed = [...demo.printed().matchAll(/^ {2}(\S+@desk\.example) +(.+)$/gm)];
    const roles = printed.map((line) => line[2]);

    expect(roles.toSorted()).toEqual([
      'admin',
      'editor',
      'editor, reviewer',
      'lab',
      'reviewer',
      'reviewer',
      'reviewer',
    ]);
    for (const [, email = ''] of printed) expect(await signIn(email)).toMatchObject({ status: 200 });
  });

  test('opens a submission by the link that it prints', async () => {
    const code = /ferry-freeze-in-summer: .*\n.*#(\S+)/.exec(demo.printed())?.[1];

    const answer = await fetch(`${origin}/api/open`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });

    expect(answer.ok).toBe(true);
  });

  test('shows a submitter a page without faults in every state', async () => {
    const printed = demo.printed().matchAll(/: (.+)\n +http\S+\/open\/#(\S+)/g);
    const codes = new Map([...printed].map(([, label, code = '']) => [label, code]));
    expect(Object.values(STATE_LABELS).filter((label) => !codes.has(label))).toEqual([STATE_LABELS.draft]);
    const browser = await startBrowser();

    for (const [label, code] of codes) {
      const context = await browser.newContext({ baseURL: origin });
      const page = await context.newPage();
      await page.goto(PATHS.open);
      await page.getByLabel('Secret code').fill(code);
      await page.getByRole('button', { name: 'Open it' }).click();
      await page.waitForURL(`**${PATHS.status}`);
      expect(await faults(page), label).toEqual([]);
      await context.close();
    }
    await browser.close();
  });

  test('says on every page that it is one, because its lessons are invented', async () => {
    const pages = [
      PATHS.home,
      PATHS.lessons,
      `${PATHS.lessons}canary-too-alike/`,
      PATHS.desk,
      PATHS.sent,
      '/nowhere/',
    ];

    for (const page of pages) {
      const text = await (await fetch(origin + page)).text();
      expect(text.match(/<aside class="demonstration"/g), page).toHaveLength(1);
    }
  });

  test('is gone with its folder after Ctrl-C', async () => {
    expect(foldersLeft(temporary)).toHaveLength(1);

    demo.child.kill('SIGINT');
    const [code] = await demo.gone;

    expect(code).toBe(0);
    expect(foldersLeft(temporary)).toEqual([]);
    await expect(fetch(origin)).rejects.toThrow();
  });
});

describe.skipIf(inject('server'))(
  'a demonstration keeps away from what is real',
  { timeout: PATIENCE },
  () => {
    const refused = async (env: Record<string, string>) => {
      const demo = startDemo(env);
      const [code] = await demo.gone;
      return { code, lines: demo.printed().trim().split('\n') };
    };

    test('from a folder that holds something', async () => {
      const folder = temporaryFolder();
      fs.writeFileSync(path.join(folder, 'kept'), 'real work');

      const { code, lines } = await refused({ DATA_DIR: folder });

      expect(code).toBe(1);
      expect(lines).toEqual([expect.stringContaining('is not empty')]);
      expect(fs.readdirSync(folder)).toEqual(['kept']);
    });

    test('from a PostgreSQL', async () => {
      const { code, lines } = await refused({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });

      expect(code).toBe(1);
      expect(lines).toEqual([expect.stringContaining('Unset DATABASE_URL')]);
    });

    test('and is gone with its folder when it is stopped before it has started', async () => {
      const temporary = temporaryFolder();
      const demo = startDemo({ PORT: await freePort(), TMPDIR: temporary });
      await vi.waitUntil(() => demo.printed().includes('Telling'), { timeout: PATIENCE, interval: 50 });

      demo.child.kill('SIGINT');
      await demo.gone;

      expect(foldersLeft(temporary)).toEqual([]);
    });
  },
);
