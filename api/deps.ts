/** What the app is a function of. Made once in `start.ts`, and by the tests with real collaborators. */
import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { Auth } from './auth.ts';
import type { Db } from './db/client.ts';
import type { Jobs } from './jobs.ts';
import type { Mailer } from './letters/mailer.ts';
import type { Limits } from './limits.ts';
import type { Site } from './publishing/site.ts';

/** One step of a reference process, as forms offer it and as bearings name it. */
export type KnownStep = { id: string; name: string; process: string };

export type Deps = {
  db: Db;
  jobs: Jobs;
  auth: Auth;
  mail: Mailer;
  limits: Limits;
  /** The built site that is being served, and its shell for the few HTML answers of the API. */
  site: Site;
  /** Steps of the reference processes in `content/processes`, by which bearings are checked. */
  steps: readonly KnownStep[];
  /** Addresses of the editors' own cases, which no submission may take. */
  compiledSlugs: ReadonlySet<string>;
  now: () => Date;
  newId: () => string;
  /** A random whole number from 0 up to and without `below`, from the system's generator. */
  random: (below: number) => number;
  /** Where people reach the site, without a slash at the end. */
  publicUrl: string;
  /** Where letters about a conflict of every editor go. */
  escalationAddress: string | undefined;
  receiptKey: KeyObject;
  log: Logger;
};
