/** Puts the parts together: database, jobs, site, and the app that stands on them. The tests start it as `server.ts` does. */
import { randomInt, randomUUID } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { type PublishDeps, publish } from './actions/publish.ts';
import { createApp } from './app.ts';
import { createAuth } from './auth.ts';
import type { Config } from './config.ts';
import { openDb } from './db/client.ts';
import { makeFolder } from './db/folder-lock.ts';
import { publishingLock } from './db/publishings.ts';
import type { Deps } from './deps.ts';
import { openIntake } from './evidence/intake.ts';
import { fileStore } from './evidence/store.ts';
import { openFirstEditorLink } from './first-editor-link.ts';
import { startJobs } from './jobs.ts';
import { printingMailer, smtpMailer } from './letters/mailer.ts';
import { createLimits } from './limits.ts';
import { createMetrics } from './metrics.ts';
import { readKnownContent } from './publishing/known-content.ts';
import { openRecordsFolder } from './publishing/records-folder.ts';
import { openSite } from './publishing/site.ts';
import { cookieSecret, receiptKey } from './secrets.ts';
import { startWork } from './work.ts';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const contentDir = path.join(projectRoot, 'content');

export type Started = {
  app: ReturnType<typeof createApp>;
  deps: Deps & PublishDeps;
  /** The one-time link for the first editor, while there is none. */
  firstEditorAddress: string | undefined;
  /** Let running work end, then close everything. */
  stop: () => Promise<void>;
};

export type Starting = {
  log: Logger;
  /** Prints letters where there is no mail server, and what takes its time. */
  say: (line: string) => void;
  /** Done before the site is built and before anything is done in the background. */
  prepare?: (deps: Deps & PublishDeps) => Promise<void>;
};

/**
 * Start everything but the port. Builds the site first if there is none, else in the background.
 * Throws `DatabaseUnreachable`, `FolderInUse` or `FolderUnusable`.
 */
export async function start(config: Config, { log, say, prepare }: Starting): Promise<Started> {
  const dataDir = path.resolve(config.DATA_DIR);
  const recordsDir = path.resolve(config.RECORDS_DIR ?? path.join(dataDir, 'records'));
  for (const folder of [dataDir, recordsDir]) makeFolder(folder);
  const now = () => new Date();
  say(config.DATABASE_URL ? 'Opening PostgreSQL' : `Opening the embedded database in ${config.DATA_DIR}`);
  const database = await openDb(
    config.DATABASE_URL ? { url: config.DATABASE_URL } : { dir: path.join(dataDir, 'db') },
  );
  const { db } = database;
  const metrics = createMetrics();
  const jobs = await startJobs(database, (problem, queue) => {
    metrics.jobs.inc({ queue: queue ?? 'none', outcome: 'failed' });
    log.error({ err: problem, queue }, 'A job failed');
  });
  const secret = config.SECRET ?? cookieSecret(dataDir);
  const publicUrl = config.PUBLIC_URL;
  const evidenceDir = path.join(dataDir, 'evidence');
  const limits = createLimits({
    ...(database.kind === 'postgres' && { db }),
    secret,
    now,
    trustProxy: config.TRUST_PROXY,
  });
  const deps: Deps & PublishDeps = {
    db,
    jobs,
    auth: createAuth({ db, publicUrl, secret, limits, log }),
    mail: config.SMTP_URL ? smtpMailer(config.SMTP_URL, config.MAIL_FROM) : printingMailer(say),
    limits,
    site: openSite({
      siteDir: path.join(dataDir, 'site'),
      recordsDir,
      projectRoot,
      publicUrl,
      demo: config.DEMO,
    }),
    evidence: fileStore(evidenceDir),
    intake: openIntake(path.join(evidenceDir, 'arriving'), { scanCommand: config.EVIDENCE_SCAN, log }),
    ...readKnownContent(contentDir),
    now,
    newId: randomUUID,
    random: (below) => randomInt(below),
    publicUrl,
    escalationAddress: config.ESCALATION_ADDRESS,
    receiptKey: receiptKey(dataDir),
    log,
    records: await openRecordsFolder(recordsDir, { git: config.PUBLISH_GIT === 'commit' }),
    alone: publishingLock(database),
  };

  await prepare?.(deps);
  const firstEditor = await openFirstEditorLink(db, publicUrl);
  await buildSite(deps, say);
  await startWork(deps);
  return {
    app: createApp(deps, { firstEditor, metrics, metricsToken: config.METRICS_TOKEN }),
    deps,
    firstEditorAddress: firstEditor.address,
    stop: async () => {
      await jobs.stop();
      deps.mail.close();
      await database.close();
    },
  };
}

/** A site that was built before is served at once; whatever has changed since comes with a build in the background. */
async function buildSite(deps: Deps & PublishDeps, say: (line: string) => void): Promise<void> {
  if (deps.site.current() !== undefined) {
    say('Serving the site as it was last built; a new build is under way');
    await deps.db.transaction((tx) => deps.jobs.send(tx, 'publish', {}));
    return;
  }
  say('Building the site (the first time takes up to a minute)');
  await publish(deps, (step) => say(`  ${PROGRESS[step]}`));
}

const PROGRESS = {
  file: 'records written',
  commit: 'records committed',
  building: 'pages are being built',
  build: 'pages built',
  swap: 'site in place',
  state: 'done',
} as const;
