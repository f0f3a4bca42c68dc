/** The words of the desk: who acts next, what roles may do, what an event or an action is called. */
import { SERVICE_LEVELS } from '#api/review/service-levels.ts';
import type { DeskAction } from '#schemas/decisions.ts';
import type { NEXT_ACTORS } from '#schemas/status.ts';
import type { Action, ActorKind, LetterKind, Live, Role, State, Tie } from '#schemas/workflow.ts';

const NEXT_WORDS = {
  you: 'The submitter',
  editor: 'An editor',
  reviewers: 'The reviewers',
  lab: 'The lab',
  system: 'The site itself',
  nobody: 'Nobody',
} as const satisfies Record<(typeof NEXT_ACTORS)[number], string>;
/** Who acts next in a state. */
export const nextActor = (state: State) => NEXT_WORDS[SERVICE_LEVELS[state].next];

/** Whether somebody is waited for. */
export const isWaiting = (state: State) => 'days' in SERVICE_LEVELS[state];

export const LIVE_WORDS = {
  none: 'Nothing is public',
  live: 'A version is public',
  retired: 'Retired: a tombstone stands at its address',
} as const satisfies Record<Live, string>;

export const ROLE_WORDS = {
  reviewer: { name: 'Reviewer', does: 'reads what is assigned to them and recommends' },
  editor: { name: 'Editor', does: 'sees the whole desk, reads contacts, decides' },
  lab: { name: 'Lab', does: 'tests the offerings that are in the lab' },
  admin: { name: 'Admin', does: 'changes roles and lets people leave; sees no submission by this role' },
} as const satisfies Record<Role, { name: string; does: string }>;

export const TIE_WORDS = {
  employer: 'My employer',
  competitor: 'A competitor of my employer',
  customer: 'A customer of my employer',
  investor: 'An investor in my employer, or I hold a share of it',
  self: 'Myself: a company of my own, or a name I write under',
} as const satisfies Record<Tie, string>;

/** What an action is called on the desk, and what is said once it is done. In the order in which they are offered. */
// biome-ignore format: a table is read by column
export const ACTION_WORDS = {
  triage:           { name: 'Begin the review',            done: 'The review has begun. The reviewers and the submitter were written to.' },
  recommend:        { name: 'Recommend',                   done: 'Your recommendation is saved.' },
  approve:          { name: 'Approve',                     done: 'Approved. The exact text waits for the submitter’s signature.' },
  request_changes:  { name: 'Ask the submitter to change', done: 'The requests were sent to the submitter.' },
  revise:           { name: 'Edit the text',               done: 'The new revision is saved. Earlier recommendations no longer count.' },
  assign:           { name: 'Assign somebody',             done: 'Assigned.' },
  unassign:         { name: 'Take somebody off',           done: 'Taken off.' },
  send_to_lab:      { name: 'Send to the lab',             done: 'It is with the lab.' },
  finish_lab:       { name: 'Finish the lab test',         done: 'The results were sent to the vendor, and the lab has given it back.' },
  return:           { name: 'Take back into review',       done: 'It is back in review.' },
  correct:          { name: 'Open a correction',           done: 'A correction is open. The page stays up meanwhile.' },
  decline:          { name: 'Decline',                     done: 'Declined. The submitter was told the reason and how to repair it.' },
  retire:           { name: 'Retire the page',             done: 'Retired. A tombstone with the reason takes the place of the page.' },
  declare_conflict: { name: 'I have a conflict of interest', done: 'It has left your desk.' },
} as const satisfies Record<DeskAction, { name: string; done: string }>;
export const OFFERED_ORDER = Object.keys(ACTION_WORDS) as DeskAction[];

const EVENT_WORDS = {
  submit: 'Sent',
  confirm: 'Address confirmed',
  triage: 'Review begun',
  assign: 'Somebody assigned',
  unassign: 'Somebody taken off',
  recommend: 'Recommendation made',
  revise: 'Text edited',
  attest: 'Said that nothing ties them to it',
  declare_conflict: 'Conflict of interest declared',
  request_changes: 'Changes requested',
  resubmit: 'Sent again',
  send_to_lab: 'Sent to the lab',
  record_lab_run: 'Lab run recorded',
  finish_lab: 'Lab test finished',
  give_statement: 'Statement given by the vendor',
  approve: 'Approved',
  sign: 'Signed by the submitter',
  dispute: 'Disputed by the submitter',
  return: 'Taken back into review',
  start_publishing: 'Publishing begun',
  publish: 'Published',
  stop_publishing: 'Publishing stopped',
  correct: 'Correction opened',
  decline: 'Declined',
  reopen: 'Opened again',
  withdraw: 'Withdrawn',
  lapse: 'Lapsed',
  resume: 'Resumed',
  retire: 'Retired',
  correct_address: 'Address of its source corrected',
  read_contact: 'Contact read',
  erase_contact: 'Contact erased',
  erase_text: 'Text erased',
  add_evidence: 'File added',
  remove_evidence: 'File removed',
  erase_evidence: 'Files erased',
  read_evidence: 'File downloaded',
  keep_finding: 'Finding waived',
  remark: 'Remark written at the desk',
  write_to_submitter: 'Written to the submitter',
} as const satisfies Record<
  | Action
  | 'keep_finding'
  | 'remark'
  | 'write_to_submitter'
  | 'attest'
  | 'record_lab_run'
  | 'give_statement'
  | 'correct_address'
  | 'read_contact'
  | 'erase_contact'
  | 'erase_text'
  | `${'add' | 'remove' | 'erase' | 'read'}_evidence`,
  string
>;
/** An event in words; a type that is not known here is printed as it is written. */
export const eventWords = (type: string) =>
  Object.hasOwn(EVENT_WORDS, type)
    ? EVENT_WORDS[type as keyof typeof EVENT_WORDS]
    : type.replaceAll('_', ' ');

export const ACTOR_WORDS = {
  submitter: 'Submitter',
  reviewer: 'Reviewer',
  editor: 'Editor',
  lab: 'Lab',
  admin: 'Admin',
  system: 'The system',
} as const satisfies Record<ActorKind, string>;

/** A letter kind as a heading: `changes_requested` is “Changes requested”. */
export const letterWords = (kind: LetterKind) =>
  kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('_', ' ');
