/** Patch Commons as `npm start` runs it: its own folders, a real mail server, a real port, the whole site built. */
import { once } from 'node:events';
import fs from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { readConfig } from '#api/config.ts';
import { openLog } from '#api/log.ts';
import { finishSite } from '#api/publishing/site-files.ts';
import { type Started, start } from '#api/start.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';

export type Running = {
  origin: string;
  dir: string;
  mailbox: Mailbox;
  started: Started;
  /** Every line of the log. */
  logged: string[];
  /** The newest letter to `address`, as soon as there are `count` of them. */
  letter: (address: string, count: number) => Promise<string>;
  stop: () => Promise<void>;
};

const PATIENCE = 60_000;

/** Put a site that was built before into a data folder, so that it is served at once. */
export async function placeSite(dataDir: string, folder: string): Promise<void> {
  const build = '000001-aaaaaa';
  const site = path.join(dataDir, 'site');
  fs.cpSync(folder, path.join(site, 'builds', build), { recursive: true });
  await finishSite(path.join(site, 'builds', build), []);
  fs.symlinkSync(path.join('builds', build), path.join(site, 'current'));
}

/** `siteFolder`: a site that was built before, to be served at once while the first build goes on. */
export async function runCommons(
  settings: Record<string, string> = {},
  siteFolder?: string,
): Promise<Running> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'patch-commons-run-'));
  if (siteFolder) await placeSite(dir, siteFolder);
  const mailbox = await openMailbox();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const logged: string[] = [];
  const config = readConfig({
    PORT: String(port),
    DATA_DIR: dir,
    SMTP_URL: mailbox.url,
    PUBLISH_GIT: 'commit',
    ...settings,
  });
  const log = openLog('debug', { write: (line: string) => logged.push(line) });
  const started = await start(config, { log, say: (line) => logged.push(line) });
  const server = serve({ fetch: started.app.fetch, hostname: '127.0.0.1', port });
  return {
    origin,
    dir,
    mailbox,
    started,
    logged,
    letter: async (address, count) => {
      await until(() => mailbox.to(address).length >= count, `letter ${count} to ${address}`);
      return mailbox.to(address).at(-1)?.text ?? '';
    },
    stop: async () => {
      server.close();
      await started.stop();
      await mailbox.close();
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Wait until something is so, and say what was waited for if it never is. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
