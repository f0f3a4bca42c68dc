/** What `npm start` says when it cannot start, one line that tells what to do, and when it cannot stop; exit code 1 for both. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError, readConfig } from '#api/config.ts';
import { holdFolder } from '#api/db/folder-lock.ts';
import { temporaryFolder } from '#test/support/folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Run a program of ours until it ends. Answers its exit code and what it said on standard error. */
function run(
  file: string,
  env: Record<string, string> = {},
  node = process.execPath,
  args = ['--import', 'tsx'],
) {
  return new Promise<{ code: unknown; said: string }>((resolve) => {
    execFile(
      node,
      [...args, file],
      { cwd: root, env: { PATH: process.env.PATH, ...env } },
      (error, _, said) => resolve({ code: error?.code ?? 0, said: said.trim() }),
    );
  });
}

describe('one clear line and exit code 1', () => {
  test('for a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;

    const { code, said } = await run('api/server.ts', { PORT: String(port), DATA_DIR: temporaryFolder() });

    expect({ code, said }).toEqual({
      code: 1,
      said: `Patch Commons cannot start. Port ${port} is taken. Stop what uses it, or set PORT to another.`,
    });
  });

  test('for a data folder that another process holds', async () => {
    const dir = temporaryFolder();
    const release = holdFolder(path.join(dir, 'db'));
    onTestFinished(release);

    const { code, said } = await run('api/server.ts', { PORT: '0', DATA_DIR: dir });

    expect(code).toBe(1);
    expect(said).toMatch(
      /^Patch Commons cannot start\. Another process is using .+ Stop it, or set DATABASE_URL .+$/,
    );
  });

  test('for a PostgreSQL that does not answer, without its password', async () => {
    const DATABASE_URL = 'postgres://me:hunter2@127.0.0.1:1/nothing';

    const { code, said } = await run('api/server.ts', {
      PORT: '0',
      DATA_DIR: temporaryFolder(),
      DATABASE_URL,
    });

    expect(code).toBe(1);
    expect(said).toMatch(
      /^Patch Commons cannot start\. Cannot use the PostgreSQL at 127\.0\.0\.1:1\/nothing: .+$/,
    );
    expect(said).not.toContain('hunter2');
  });

  test('for settings that cannot be used, all of them at once', async () => {
    const { code, said } = await run('api/server.ts', { PORT: 'x', PUBLISH_GIT: 'maybe' });

    expect(code).toBe(1);
    expect(said).toMatch(/PORT: use a port number; PUBLISH_GIT: use commit or off$/);
  });

  test('for a public address without a mail server, because printed letters hold secret links', async () => {
    const { code, said } = await run('api/server.ts', { PUBLIC_URL: 'https://patches.example.org' });

    expect(code).toBe(1);
    expect(said).toContain('SMTP_URL');
  });

  test.each([
    ['a host that others reach, with an address for this machine alone', { HOST: '0.0.0.0' }, 'HOST: others'],
    ['any host by IPv6', { HOST: '::' }, 'HOST: others'],
    [
      'a public address without https',
      { PUBLIC_URL: 'http://patches.example.org', SMTP_URL: 'smtp://127.0.0.1' },
      'PUBLIC_URL: use https',
    ],
    ['a path', { PUBLIC_URL: 'https://example.org/patches' }, 'PUBLIC_URL: use an address like'],
    ['a query', { PUBLIC_URL: 'https://example.org/?a' }, 'PUBLIC_URL: use an address like'],
    ['no address', { PUBLIC_URL: 'example.org' }, 'PUBLIC_URL: use an address like'],
  ])('for %s', (_, settings, told) => {
    expect(() => readConfig(settings)).toThrow(ConfigError);
    expect(() => readConfig(settings)).toThrow(new RegExp(`^${told}[^\n]+$`));
  });

  test('for a data folder that is a file', async () => {
    const file = path.join(temporaryFolder(), 'data');
    fs.writeFileSync(file, '');

    const { code, said } = await run('api/server.ts', { PORT: '0', DATA_DIR: file });

    expect({ code, said }).toEqual({
      code: 1,
      said: `Patch Commons cannot start. ${file} cannot be used as a folder to write to (EEXIST). Name another, or let this user write there.`,
    });
  });

  test('for another Node', async () => {
    const text = fs.readFileSync(path.join(root, 'check-node.js'), 'utf8');
    const dir = temporaryFolder();
    // The check itself on this Node, with only the version that it reads changed.
    fs.writeFileSync(
      path.join(dir, 'check.mjs'),
      `Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } });\n${text}`,
    );

    const { code, said } = await run(path.join(dir, 'check.mjs'), {}, process.execPath, []);

    expect(code).toBe(1);
    expect(said).toMatch(/needs Node 24 and is running on 20\.20\.2\. Run npm ci/);
  });
});

test.each([
  [{}, 'http://localhost:4321'],
  [{ HOST: '::1', PUBLIC_URL: 'http://[::1]:8080/' }, 'http://[::1]:8080'],
  [
    { HOST: '0.0.0.0', PUBLIC_URL: 'https://Patches.example.org/', SMTP_URL: 'smtp://127.0.0.1' },
    'https://patches.example.org',
  ],
])('%j is reached at %s', (settings, address) => {
  expect(readConfig(settings).PUBLIC_URL).toBe(address);
});

test('a program that fails while it stops says so, and not that it cannot start', async () => {
  const { code, said } = await run('test/api/processes/stop-badly.ts');

  expect(code).toBe(1);
  expect(said).toMatch(/^Patch Commons did not stop as it should\. \{"name":"Error"\}\n +at /);
});
