/**
 * What must hold of a submission and of who acts, one function a rule. Each answers with a refusal or with nothing,
 * and asking does nothing. What must be sent with an action stands in `demands.ts`.
 */
import { holds, inWords, missingPeople, REVIEWERS_NEEDED, thereAre } from './desk-size.ts';
import type { Actor, Facts, LapsingState, Refusal, RefusalCode } from './facts.ts';

export type Condition = (facts: Facts, actor: Actor) => Refusal | undefined;

/** Days of silence after which a state ends. Silence never publishes. */
export const LAPSES_AFTER_DAYS = {
  draft: 90,
  unconfirmed: 7,
  changes_requested: 60,
  sign_off: 60,
} as const satisfies Record<LapsingState, number>;
/** Reminders that go out before a state ends. A draft has no address to write to. */
export const REMINDERS_BEFORE_LAPSE = {
  draft: 0,
  unconfirmed: 0,
  changes_requested: 2,
  sign_off: 2,
} as const satisfies Record<LapsingState, number>;

export const refuse = (code: RefusalCode, message: string): Refusal => ({ code, message });

/** The first refusal of several conditions. */
export const all =
  (...conditions: readonly Condition[]): Condition =>
  (facts, actor) => {
    for (const condition of conditions) {
      const refusal = condition(facts, actor);
      if (refusal) return refusal;
    }
    return undefined;
  };

export const isComplete: Condition = ({ complete }) =>
  complete
    ? undefined
    : refuse(
        'incomplete',
        'Some answers are missing. Fill in the fields that are marked, then send it again.',
      );

/** Two answers are no page: nobody can recommend, approve or sign them before they were expanded. */
export const isExpanded: Condition = ({ expanded }) =>
  expanded ? undefined : refuse('short_lesson', 'This is a short lesson: expand it by revising it first.');

/** The code shown at submission proves nothing about the address; the one in the letter does. */
export const codeWasMailed: Condition = (_, actor) =>
  actor.kind === 'submitter' && actor.mailedCode
    ? undefined
    : refuse(
        'needs_mailed_code',
        'Open the link in the letter that we sent to your address, and press the button there.',
      );

export const isOffering: Condition = ({ kind }) =>
  kind === 'offering'
    ? undefined
    : refuse('not_an_offering', 'The lab tests offerings. A lesson is reviewed at the desk.');

export const isLive: Condition = ({ live }) =>
  live === 'live'
    ? undefined
    : refuse('not_live', 'Nothing of this is public. To stop the review, withdraw it instead.');

/** A tombstone is final. */
export const isNotRetired: Condition = ({ live }) =>
  live === 'retired'
    ? refuse('retired', 'The page was retired and does not come back. Send what is new as a new submission.')
    : undefined;

/** Editors act on everything that they can see, reviewers on what was given to them. */
export const reviewerIsAssigned: Condition = ({ assigned }, actor) =>
  actor.kind === 'person' && !holds(actor, 'editor') && !assigned.includes(actor.id)
    ? refuse('not_assigned', 'You are not assigned to this. Ask an editor to assign you.')
    : undefined;

/** Where nobody can tell from whom it comes, each who judges it has said that nothing ties them to it. */
export const judgeHasAttested: Condition = ({ attested }, actor) =>
  attested === undefined || actor.kind !== 'person' || attested.includes(actor.id)
    ? undefined
    : refuse(
        'not_attested',
        'Nobody can tell where this comes from. Have it assigned to you, then say above the queue that nothing ties you to it.',
      );

const writersOf = ({ authors }: Facts) =>
  new Set(authors.map((author) => author.kind === 'person' && author.id));

/** Only the newest word of each person counts; those now in conflict and those who wrote the text do not. */
export function recommendingPublication(facts: Facts): string[] {
  const onThisRevision = facts.recommendations.filter(({ revision }) => revision === facts.revision);
  const last = new Map(onThisRevision.map(({ person, verdict }) => [person, verdict]));
  const writers = writersOf(facts);
  const conflicted = new Set(facts.desk.filter((person) => person.conflicted).map(({ id }) => id));
  return [...last]
    .filter(([person, verdict]) => verdict === 'publish' && !writers.has(person) && !conflicted.has(person))
    .map(([person]) => person);
}

export const twoRecommendationsOnThisRevision: Condition = (facts) => {
  const count = recommendingPublication(facts).length;
  if (count >= REVIEWERS_NEEDED) return undefined;
  const writers = writersOf(facts);
  const others = facts.desk.filter(({ id }) => !writers.has(id));
  const advice = missingPeople('approve', others) ?? 'Ask another reviewer.';
  return refuse('needs_recommendations', `Two recommendations are needed; ${thereAre(count)}. ${advice}`);
};

/** The same of a text that was approved, in words for its submitter. */
export const recommendationsStand: Condition = (facts) =>
  recommendingPublication(facts).length >= REVIEWERS_NEEDED
    ? undefined
    : refuse(
        'needs_recommendations',
        'This text needs another reviewer first. The editors take it back into review and ask you again.',
      );

export const findingsAreSettled: Condition = ({ openFindings: count }) =>
  count === 0
    ? undefined
    : refuse(
        'open_findings',
        `${count === 1 ? 'A finding' : `${count} findings`} of the re-identification check must be settled. Accept or mend each one.`,
      );

export const everyProcedureHasAVerdict: Condition = ({ proceduresWithoutVerdict: count }) =>
  count === 0
    ? undefined
    : refuse(
        'verdicts_missing',
        `${count === 1 ? 'One procedure has' : `${count} procedures have`} no verdict. Give each a verdict; “not tested” is one.`,
      );

const lapses = (state: string): state is LapsingState => state in LAPSES_AFTER_DAYS;

/** Silence must have lasted its time, and the reminders must have gone out. */
export const silenceIsOver: Condition = ({ state, idleDays, reminders }) => {
  if (!lapses(state)) return undefined;
  const days = LAPSES_AFTER_DAYS[state];
  const due = REMINDERS_BEFORE_LAPSE[state];
  if (idleDays >= days && reminders >= due) return undefined;
  const after = due === 0 ? `${days} days` : `${days} days and ${inWords(due)} reminders`;
  return refuse(
    'not_due',
    `Silence ends this after ${after}. So far: ${idleDays} days, ${inWords(reminders)} sent.`,
  );
};
