/** What the rules of the review look at: the facts of a submission, who acts on it, and what they send. Types only. */
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import type { Live, Role, State, Verdict } from '#schemas/workflow.ts';

/** States that end by themselves when their submitter stays silent. */
export type LapsingState = 'draft' | 'unconfirmed' | 'changes_requested' | 'sign_off';

/** Who wrote a revision. */
export type Author = { kind: 'submitter' } | { kind: 'person'; id: string };

/** Someone at the desk, as one submission sees them. */
export type DeskPerson = { id: string; roles: ReadonlySet<Role> | readonly Role[]; conflicted: boolean };

export type Recommendation = { person: string; revision: number; verdict: Verdict };

/** All that the workflow knows of a submission. The database reads it in one go, inside the transaction that acts on it. */
export type Facts = {
  kind: SubmissionKind;
  state: State;
  live: Live;
  /** The newest revision, counted from 1. */
  revision: number;
  /** The form that was chosen, the short one too, has every answer that it needs. */
  complete: boolean;
  /** The newest revision is a whole text, and not the two answers of a short lesson. */
  expanded: boolean;
  /** Who wrote this text: this revision and those of this round that it was made from. */
  authors: readonly Author[];
  /** Everyone who holds a role, whether available or not. */
  desk: readonly DeskPerson[];
  /** Ids of the people assigned to it. */
  assigned: readonly string[];
  /** Ids of those who said that nothing ties them to it; absent where its source is known, and nobody is asked. */
  attested?: readonly string[] | undefined;
  /** Oldest first. The last word of a person on a revision is the one that counts. */
  recommendations: readonly Recommendation[];
  /** Findings of the re-identification check that nobody has settled. */
  openFindings: number;
  /** Numbers of the requests that wait for an answer. */
  openRequests: readonly number[];
  /** Listed lab procedures that have no verdict. */
  proceduresWithoutVerdict: number;
  /** The address of its page, once it has one. */
  slug?: string | undefined;
  /** `contentHash` of the text that the submitter was shown for sign-off. */
  shownHash?: string | undefined;
  /** The state before the lapse. */
  lapsedFrom?: LapsingState | undefined;
  /** The state from which it went to the lab: `published` for a retest. */
  labFrom?: 'in_review' | 'published' | undefined;
  /** Whole days since the submitter's turn began. */
  idleDays: number;
  /** Reminders sent since the submitter's turn began. */
  reminders: number;
};

/** Who acts. A submitter holds the secret code; `mailedCode` says that it reached them by letter, which proves the address. */
export type Actor =
  | { kind: 'system' }
  | { kind: 'submitter'; mailedCode: boolean }
  | ({ kind: 'person' } & DeskPerson);

/** The parsed body of an action (`schemas/decisions.ts`). The rules read the fields named here and pass over the rest. */
export type Input = {
  readonly revision?: number | undefined;
  readonly state?: string | undefined;
  readonly person?: string | undefined;
  readonly reviewers?: readonly string[] | undefined;
  readonly verdict?: string | undefined;
  readonly responsiveness?: Readonly<Record<string, string>> | undefined;
  readonly slug?: string | undefined;
  readonly contentHash?: string | undefined;
  readonly answers?: readonly { readonly number: number }[] | undefined;
  readonly [field: string]: unknown;
};

export const REFUSAL_CODES = [
  'hidden',
  'not_allowed',
  'wrong_state',
  'stale_revision',
  'stale_state',
  'incomplete',
  'short_lesson',
  'needs_mailed_code',
  'needs_reviewers',
  'needs_responsiveness',
  'person_unavailable',
  'not_assigned',
  'not_attested',
  'not_yourself',
  'needs_recommendations',
  'open_findings',
  'needs_address',
  'address_is_fixed',
  'other_text',
  'unanswered_requests',
  'not_an_offering',
  'verdicts_missing',
  'not_due',
  'not_live',
  'retired',
  'nothing_to_resume',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Why something cannot be done, and what to do about it, in the reader's words. `hidden` is answered like an absent submission. */
export type Refusal = { code: RefusalCode; message: string };
