/** What must be sent with an action, one function a rule. Each answers with a refusal or with nothing, and asking does nothing. */

import { STATE_LABELS } from '#schemas/workflow.ts';
import { isExpanded, refuse } from './conditions.ts';
import { availableReviewers, holds, missingPeople, REVIEWERS_NEEDED, thereAre } from './desk-size.ts';
import type { Actor, Facts, Input, Refusal } from './facts.ts';

export type Demand = (facts: Facts, actor: Actor, input: Input) => Refusal | undefined;

/** People at the desk name the revision that they read and, in a form, the state that they saw. */
export const seesTheNewest: Demand = ({ revision, state }, actor, input) => {
  if (actor.kind !== 'person') return undefined;
  if (input.revision !== revision)
    return refuse(
      'stale_revision',
      `The text has changed since you opened it: revision ${revision} is the newest. Read it, then decide.`,
    );
  if (input.state === undefined || input.state === state) return undefined;
  return refuse(
    'stale_state',
    `Somebody else has decided since you opened it: it is now at “${STATE_LABELS[state]}”. Look at it, then decide.`,
  );
};

const isAvailable = ({ desk }: Facts, id: string | undefined) =>
  availableReviewers(desk).some((person) => person.id === id);

const unavailable = () =>
  refuse('person_unavailable', 'One of these people is not available. Choose from the list.');

export const twoReviewersAssigned: Demand = (facts, _, { reviewers = [] }) => {
  const chosen = new Set(reviewers);
  if ([...chosen].some((id) => !isAvailable(facts, id))) return unavailable();
  if (chosen.size >= REVIEWERS_NEEDED) return undefined;
  const advice = missingPeople('triage', facts.desk) ?? 'Choose another one.';
  return refuse('needs_reviewers', `Two reviewers are needed; ${thereAre(chosen.size)}. ${advice}`);
};

/** Of an offering the editor says whether it answers the call, before two people spend their time on it. */
export const responsivenessIsJudged: Demand = ({ kind }, _, { responsiveness }) =>
  kind === 'lesson' || responsiveness !== undefined
    ? undefined
    : refuse(
        'needs_responsiveness',
        'Say whether the offering answers the call: product, requirement, contact for the lab.',
      );

export const readyToTriage: Demand = (facts, actor, input) =>
  responsivenessIsJudged(facts, actor, input) ?? twoReviewersAssigned(facts, actor, input);

/** What is not a whole text yet can be judged in any way but this. */
export const publishesAWholeText: Demand = (facts, actor, { verdict }) =>
  verdict === 'publish' ? isExpanded(facts, actor) : undefined;

/** An editor moves anybody, a reviewer only themselves. */
export const movesThemselves: Demand = (_, actor, { person }) =>
  actor.kind === 'person' && !holds(actor, 'editor') && person !== actor.id
    ? refuse('not_yourself', 'You can only step down yourself. Ask an editor to move others.')
    : undefined;

export const assigneeIsAvailable: Demand = (facts, actor, input) =>
  movesThemselves(facts, actor, input) ?? (isAvailable(facts, input.person) ? undefined : unavailable());

export const addressIsChosen: Demand = ({ slug, live }, _, input) => {
  if (!input.slug) return refuse('needs_address', 'Choose the address of the page.');
  if (live === 'none' || slug === undefined || input.slug === slug) return undefined;
  return refuse('address_is_fixed', `The page is public and keeps its address: ${slug}.`);
};

export const everyRequestIsAnswered: Demand = ({ openRequests }, _, { answers = [] }) => {
  const answered = new Set(answers.map(({ number }) => number));
  const open = openRequests.filter((number) => !answered.has(number));
  if (open.length === 0) return undefined;
  const which = open.length === 1 ? `request ${open[0]}` : `requests ${open.join(', ')}`;
  return refuse('unanswered_requests', `Answer ${which} before you send it back.`);
};

export const hashIsTheOneShown: Demand = ({ shownHash }, _, { contentHash }) =>
  shownHash !== undefined && contentHash === shownHash
    ? undefined
    : refuse(
        'other_text',
        'What you signed is not the text that is waiting. Reload the page, read it again, then sign.',
      );
