/** The demonstration as somebody starts it: a process of its own, with its real build of the site. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { STATES, type State } from '#schemas/workflow.ts';
import { PATHS } from '#site/paths.ts';
import { temporaryFolder } from '#test/support/folder.ts';

const PROGRAM = fileURLToPath(new URL('../../../api/programs/demo.ts', import.meta.url));
const STARTED = 'Ctrl-C ends it';
/** A build of the whole site, on a machine that does other things too. */
const PATIENCE = 300_000;
/** The desk sees nothing of these; the console names them. */
const UNSEEN: readonly State[] = ['draft', 'unconfirmed', 'lapsed'];

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
