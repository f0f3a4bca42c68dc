/** What the app is a function of. Made once in `start.ts`, and by the tests with real collaborators. */
import type { KeyObject } from 'node:crypto';
import type { Logger } from 'pino';
import type { CaseStudy } from '#schemas/case-study.ts';
import type { KnownProcedure } from '#schemas/lab-test.ts';
import type { CommentedText } from '#site/forms/comment/texts.ts';
import type { OfferChoices } from '#site/record/offer-choices.ts';
import type { Auth } from './auth.ts';
import type { Db } from './db/client.ts';
import type { Intake } from './evidence/intake.ts';
import type { EvidenceStore } from './evidence/store.ts';
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
  /** Files of submissions: where they are kept, and where they are looked into before. */
  evidence: EvidenceStore;
  intake: Intake;
  /** Steps of the reference processes in `content/processes`, by which bearings are checked. */
  steps: readonly KnownStep[];
  /** What an offering may name and is asked, by which its claims and places are checked. */
  offers: OfferChoices;
  /** The lab procedures, by their ids. */
  procedures: readonly KnownProcedure[];
  /** The editors' own cases by their addresses, which no submission may take. */
  compiledCases: ReadonlyMap<string, CaseStudy>;
  /** Texts of the guidance that can be commented on, open or not. */
  texts: readonly CommentedText[];
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
