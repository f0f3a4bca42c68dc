/** Patch Commons as it runs, without the site, for what is measured over HTTP. */
import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { deliverLetter } from '#api/actions/deliver-letter.ts';
import { createApp } from '#api/app.ts';
import { createAuth } from '#api/auth.ts';
import type { Database } from '#api/db/client.ts';
import type { Deps } from '#api/deps.ts';
import { openIntake } from '#api/evidence/intake.ts';
import { fileStore } from '#api/evidence/store.ts';
import { openFirstEditorLink } from '#api/first-editor-link.ts';
import type { Jobs } from '#api/jobs.ts';
import { createLimits } from '#api/limits.ts';
import { readKnownContent } from '#api/publishing/known-content.ts';
import { openSite } from '#api/publishing/site.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const CONTENT = path.join(PROJECT, 'content');
/** Where people would reach it. */
export const ORIGIN = 'http://localhost:4321';

/** All of Patch Commons, letters carried out beside it. Attempts are counted as always, each as a stranger's, so that none is refused. */
export async function wholeApp({ db, kind }: Database, jobs: Jobs, folder: string) {
  const secret = randomBytes(32).toString('hex');
  const now = () => new Date();
  const log = pino({ level: 'silent' });
  const limits = createLimits({ ...(kind === 'postgres' && { db }), secret, now });
  const deps: Deps = {
    db,
    jobs,
    auth: createAuth({ db, publicUrl: ORIGIN, secret, limits, log }),
    mail: { send: async () => {}, close: () => {} },
    limits: { ...limits, addressOf: () => '', consume: (name) => limits.consume(name, crypto.randomUUID()) },
    site: openSite({ siteDir: folder, recordsDir: folder, projectRoot: PROJECT, publicUrl: ORIGIN }),
    evidence: fileStore(path.join(folder, 'evidence')),
    intake: openIntake(path.join(folder, 'arriving'), { log }),
    ...readKnownContent(CONTENT),
    now,
    newId: () => crypto.randomUUID(),
    random: (below) => randomInt(below),
    publicUrl: ORIGIN,
    escalationAddress: undefined,
    receiptKey: generateKeyPairSync('ed25519').privateKey,
    log,
  };
  await jobs.work('letters', ({ letterId }) => deliverLetter(deps, letterId));
  return createApp(deps, { firstEditor: await openFirstEditorLink(db, ORIGIN) });
}

/** Serve an app on a free port of this machine. */
export async function listen(app: { fetch: Hono['fetch'] }) {
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
