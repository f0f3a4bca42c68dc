/** The words of the review: states, actions, people's roles, reason codes. The rules stand in `api/review/workflow.ts`. */

export const STATES = [
  'draft',
  'unconfirmed',
  'received',
  'in_review',
  'changes_requested',
  'in_lab',
  'sign_off',
  'accepted',
  'publishing',
  'published',
  'declined',
  'withdrawn',
  'lapsed',
] as const;
export type State = (typeof STATES)[number];
export const STATE_LABELS = {
  draft: 'Draft',
  unconfirmed: 'Waiting for you to confirm your address',
  received: 'Received',
  in_review: 'In review',
  changes_requested: 'Changes requested',
  in_lab: 'In the lab',
  sign_off: 'Waiting for sign-off',
  accepted: 'Accepted',
  publishing: 'Being published',
  published: 'Published',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
} as const satisfies Record<State, string>;

/** What the public has of a submission: nothing, a version, or the tombstone of one. */
export const LIVES = ['none', 'live', 'retired'] as const;
export type Live = (typeof LIVES)[number];

export const ACTIONS = [
  'submit',
  'confirm',
  'triage',
  'assign',
  'unassign',
  'recommend',
  'revise',
  'declare_conflict',
  'request_changes',
  'resubmit',
  'send_to_lab',
  'finish_lab',
  'approve',
  'sign',
  'dispute',
  'return',
  'start_publishing',
  'publish',
  'stop_publishing',
  'correct',
  'decline',
  'reopen',
  'withdraw',
  'lapse',
  'resume',
  'retire',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Roles that a person at the desk can hold; a person holds a set of them. */
export const ROLES = ['reviewer', 'editor', 'lab', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Everyone who can act on a submission. `admin` sees no submission by that role alone. */
export const ACTOR_KINDS = ['submitter', 'reviewer', 'editor', 'lab', 'admin', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const REASON_CODES = [
  'duplicate',
  'out_of_scope',
  'not_verifiable',
  'insufficient_detail',
  'promotional',
  'identifies_third_party',
  'unsafe_to_publish',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
export const REASON_LABELS = {
  duplicate: 'It tells the same as a case that is already here',
  out_of_scope: 'It is not about managing patches',
  not_verifiable: 'We could not verify what it rests on',
  insufficient_detail: 'It lacks the detail that others would need',
  promotional: 'It reads as promotion',
  identifies_third_party: 'It identifies somebody who did not agree to it',
  unsafe_to_publish: 'Publishing it would put somebody at risk',
} as const satisfies Record<ReasonCode, string>;

export const VERDICTS = ['publish', 'change', 'decline', 'abstain'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_LABELS = {
  publish: 'Publish this revision',
  change: 'Ask for changes',
  decline: 'Decline',
  abstain: 'Abstain',
} as const satisfies Record<Verdict, string>;

/** Who reads a remark of the desk. Reviewers, unless somebody chooses otherwise. */
export const AUDIENCES = ['reviewers', 'submitter'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** How a lesson reached the desk that its source did not type here. */
export const RECORDING_WAYS = ['email', 'interview'] as const;
export type RecordingWay = (typeof RECORDING_WAYS)[number];
export const RECORDING_LABELS = {
  email: 'By e-mail',
  interview: 'In an interview',
} as const satisfies Record<RecordingWay, string>;

/** Own employer, a competitor, customer or investor of it, or oneself. */
export const TIES = ['employer', 'competitor', 'customer', 'investor', 'self'] as const;
export type Tie = (typeof TIES)[number];

/** Kinds of letters. Their wording stands in `api/letters/wording.ts`. */
export const LETTER_KINDS = [
  'confirm_address',
  'receipt',
  'review_started',
  'changes_requested',
  'received_again',
  'lab_dates',
  'lab_results',
  'text_to_approve',
  'thanks',
  'dispute_acknowledged',
  'returned',
  'published',
  'publishing_stopped',
  'build_failed',
  'correction_opened',
  'declined',
  'reopened',
  'withdrawn',
  'lapsed',
  'reminder',
  'resumed',
  'retired',
  'fresh_link',
  'invitation',
  'password_link',
  'work_waiting',
  'independent_editor_needed',
  'confirm_comment',
  'comment_adjudicated',
  'comment_link',
  'remark',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
