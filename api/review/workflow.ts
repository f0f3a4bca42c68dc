/**
 * The workflow of the review, as a table. Pure: no I/O, no clock; it answers, never throws, and asking does nothing.
 * The API enforces it, the desk and the status page draw their buttons from it, the documentation prints it.
 *
 * Three targets depend on the facts:
 * - Withdrawing, declining or lapsing a correction leads back to `published`: the page was live all along, or its tombstone is.
 * - The lab gives back to where it took from. A retest starts at `published` and ends there; a test of a review ends in review.
 *   Nothing is corrected during a retest, but it can be called off by declining or withdrawing it.
 * - Retiring changes what is live and leaves the state alone. A tombstone is final: an open correction can then only be ended.
 */
import {
  ACTIONS,
  type Action,
  type ActorKind,
  type LetterKind,
  type Live,
  STATE_LABELS,
  STATES,
  type State,
} from '#schemas/workflow.ts';
import {
  all,
  type Condition,
  codeWasMailed,
  everyProcedureHasAVerdict,
  findingsAreSettled,
  isComplete,
  isExpanded,
  isLive,
  isNotRetired,
  isOffering,
  judgeHasAttested,
  recommendationsStand,
  refuse,
  reviewerIsAssigned,
  silenceIsOver,
  twoRecommendationsOnThisRevision,
} from './conditions.ts';
import {
  addressIsChosen,
  assigneeIsAvailable,
  type Demand,
  everyRequestIsAnswered,
  hashIsTheOneShown,
  movesThemselves,
  publishesAWholeText,
  readyToTriage,
  seesTheNewest,
} from './demands.ts';
import type { Actor, Facts, Input, Refusal } from './facts.ts';

type Choice = { oneOf: readonly State[]; pick: (facts: Facts) => State | undefined };

export type Rule = {
  from: readonly State[];
  to: State | Choice;
  by: readonly ActorKind[];
  /** The letter that goes with it: to the submitter, but `publishing_stopped` to the editors. */
  tell: LetterKind | null;
  /** For which submissions it exists at all. Where it does not, it is not offered. */
  applies?: Condition;
  /** What must hold before. Where it does not, it is offered with the reason why not yet. */
  when?: Condition;
  /** What must be sent with it. */
  given?: Demand;
  /** What is live afterwards. */
  live?: Live;
  /** Begins a new revision, with the content sent or a copy of the last. It voids every recommendation made so far. */
  revises?: true;
};

const unlessLive = (to: State): Choice => ({
  oneOf: [to, 'published'],
  pick: ({ live }) => (live === 'none' ? to : 'published'),
});
const backFromLab: Choice = {
  oneOf: ['in_review', 'published'],
  pick: ({ labFrom }) => labFrom ?? 'in_review',
};
const beforeTheLapse: Choice = {
  oneOf: ['draft', 'unconfirmed', 'changes_requested', 'sign_off'],
  pick: ({ lapsedFrom }) => lapsedFrom,
};
const whereItIs: Choice = { oneOf: STATES, pick: ({ state }) => state };

const OPEN_TO_DECLINE = ['received', 'in_review', 'in_lab', 'changes_requested', 'sign_off'] as const;
const LAPSING = ['draft', 'unconfirmed', 'changes_requested', 'sign_off'] as const;
/** From the confirmation on: a tie may be found at any time. */
const AT_DESK = STATES.filter((state) => state !== 'draft' && state !== 'unconfirmed');
const WITHDRAWABLE = STATES.filter((state) => !['publishing', 'published', 'withdrawn'].includes(state));

const mayJudge = all(reviewerIsAssigned, judgeHasAttested);
const readyToApprove = all(isNotRetired, isExpanded, twoRecommendationsOnThisRevision, findingsAreSettled);
/** A conflict that was found after the approval takes its recommendation with it. */
const mayBePublished = all(isNotRetired, recommendationsStand);

// biome-ignore format: a table is read by column
export const TRANSITIONS = {
  submit:           { from: ['draft'],                 to: 'unconfirmed',           by: ['submitter'],           tell: 'confirm_address',      when: isComplete },
  confirm:          { from: ['unconfirmed'],           to: 'received',              by: ['submitter'],           tell: 'receipt',              when: codeWasMailed },
  triage:           { from: ['received'],              to: 'in_review',             by: ['editor'],              tell: 'review_started',       given: readyToTriage },
  assign:           { from: ['in_review'],             to: 'in_review',             by: ['editor', 'reviewer'],  tell: null,                   given: assigneeIsAvailable },
  unassign:         { from: ['in_review'],             to: 'in_review',             by: ['editor', 'reviewer'],  tell: null,                   given: movesThemselves },
  recommend:        { from: ['in_review'],             to: 'in_review',             by: ['editor', 'reviewer'],  tell: null,                   when: mayJudge, given: publishesAWholeText },
  revise:           { from: ['in_review'],             to: 'in_review',             by: ['editor', 'reviewer'],  tell: null,                   when: reviewerIsAssigned, revises: true },
  declare_conflict: { from: AT_DESK,                   to: whereItIs,               by: ['editor', 'reviewer', 'lab'], tell: null },
  request_changes:  { from: ['in_review'],             to: 'changes_requested',     by: ['reviewer', 'editor'],  tell: 'changes_requested',    when: reviewerIsAssigned },
  resubmit:         { from: ['changes_requested'],     to: 'in_review',             by: ['submitter'],           tell: 'received_again',       given: everyRequestIsAnswered, revises: true },
  send_to_lab:      { from: ['in_review', 'published'], to: 'in_lab',               by: ['editor'],              tell: 'lab_dates',            applies: all(isOffering, isNotRetired) },
  finish_lab:       { from: ['in_lab'],                to: backFromLab,             by: ['lab'],                 tell: 'lab_results',          when: everyProcedureHasAVerdict },
  approve:          { from: ['in_review'],             to: 'sign_off',              by: ['editor'],              tell: 'text_to_approve',      when: readyToApprove, given: addressIsChosen },
  sign:             { from: ['sign_off'],              to: 'accepted',              by: ['submitter'],           tell: 'thanks',               when: mayBePublished, given: hashIsTheOneShown },
  dispute:          { from: ['sign_off'],              to: 'in_review',             by: ['submitter'],           tell: 'dispute_acknowledged' },
  return:           { from: ['sign_off', 'accepted'],  to: 'in_review',             by: ['editor'],              tell: 'returned' },
  start_publishing: { from: ['accepted'],              to: 'publishing',            by: ['system'],              tell: null,                   when: mayBePublished },
  publish:          { from: ['publishing'],            to: 'published',             by: ['system'],              tell: 'published',            when: isNotRetired, live: 'live' },
  stop_publishing:  { from: ['publishing'],            to: 'accepted',              by: ['system'],              tell: 'publishing_stopped' },
  correct:          { from: ['published'],             to: 'received',              by: ['editor', 'submitter'], tell: 'correction_opened',    applies: isNotRetired, revises: true },
  decline:          { from: OPEN_TO_DECLINE,           to: unlessLive('declined'),  by: ['editor'],              tell: 'declined' },
  reopen:           { from: ['declined'],              to: 'received',              by: ['submitter'],           tell: 'reopened',             revises: true },
  withdraw:         { from: WITHDRAWABLE,              to: unlessLive('withdrawn'), by: ['submitter'],           tell: 'withdrawn' },
  lapse:            { from: LAPSING,                   to: unlessLive('lapsed'),    by: ['system'],              tell: 'lapsed',               when: silenceIsOver },
  resume:           { from: ['lapsed'],                to: beforeTheLapse,          by: ['submitter'],           tell: 'resumed' },
  retire:           { from: STATES,                    to: whereItIs,               by: ['editor', 'submitter'], tell: 'retired',              applies: isLive, live: 'retired' },
} as const satisfies Record<Action, Rule>;

export type Outcome =
  | { ok: true; from: State; to: State; live: Live; revises: boolean; tell: LetterKind | null }
  | { ok: false; reason: Refusal };

/**
 * Decide what `action` by `actor`, with `input` as the parsed body, does to a submission of these `facts`.
 * A refusal with the code `hidden` is answered as if there were no such submission.
 */
export function transition(facts: Facts, action: Action, actor: Actor, input: Input = {}): Outcome {
  const rule: Rule = TRANSITIONS[action];
  const reason =
    outOfPlace(facts, rule, actor) ??
    seesTheNewest(facts, actor, input) ??
    rule.when?.(facts, actor) ??
    rule.given?.(facts, actor, input);
  if (reason) return { ok: false, reason };

  const to = typeof rule.to === 'string' ? rule.to : rule.to.pick(facts);
  if (to === undefined) return { ok: false, reason: NOTHING_TO_RESUME };
  return {
    ok: true,
    from: facts.state,
    to,
    live: rule.live ?? facts.live,
    revises: rule.revises ?? false,
    tell: rule.tell,
  };
}

/** An action that has its place here, and what still stands in its way. */
export type Offer = { action: Action; blockedBy: Refusal | undefined };

/** List what `actor` can do to a submission of these `facts`. What must be sent with an action is not judged yet. */
export const availableActions = (facts: Facts, actor: Actor): Offer[] =>
  ACTIONS.map((action): { action: Action; rule: Rule } => ({ action, rule: TRANSITIONS[action] }))
    .filter(({ rule }) => outOfPlace(facts, rule, actor) === undefined)
    .map(({ action, rule }) => ({ action, blockedBy: rule.when?.(facts, actor) }));

const HIDDEN = refuse('hidden', 'There is no such submission.');
const NOTHING_TO_RESUME = refuse(
  'nothing_to_resume',
  'There is nothing to go back to. Send it as a new submission.',
);

function outOfPlace(facts: Facts, rule: Rule, actor: Actor): Refusal | undefined {
  const kinds = kindsOf(actor);
  if (kinds.length === 0) return HIDDEN;
  if (!kinds.some((kind) => rule.by.includes(kind))) return refuse('not_allowed', onlyBy(rule.by));
  if (!rule.from.includes(facts.state))
    return refuse(
      'wrong_state',
      `This cannot be done now. The submission is at “${STATE_LABELS[facts.state]}”: reload the page to see what can.`,
    );
  return rule.applies?.(facts, actor);
}

/** The parts in which `actor` may act on this submission; none for a person in conflict, and none by being an admin. */
function kindsOf(actor: Actor): readonly ActorKind[] {
  if (actor.kind !== 'person') return [actor.kind];
  if (actor.conflicted) return [];
  return [...actor.roles].filter((role) => role !== 'admin');
}

const ACTOR_WORDS = {
  submitter: 'the submitter',
  reviewer: 'a reviewer',
  editor: 'an editor',
  lab: 'the lab',
  admin: 'an administrator',
  system: 'the system itself',
} as const satisfies Record<ActorKind, string>;
const onlyBy = (kinds: readonly ActorKind[]) =>
  `Only ${kinds.map((kind) => ACTOR_WORDS[kind]).join(' or ')} can do this.`;
