/**
 * How long each state should take and who acts next, in one table. Pure. The targets are Patch Commons' own;
 * where there is a history, the status page shows measured times instead.
 */
import type { Wait } from '#schemas/service-levels.ts';
import type { NEXT_ACTORS } from '#schemas/status.ts';
import { STATES, type State } from '#schemas/workflow.ts';
import { LAPSES_AFTER_DAYS, REMINDERS_BEFORE_LAPSE } from './conditions.ts';
import type { LapsingState } from './facts.ts';

type Level = {
  next: (typeof NEXT_ACTORS)[number];
  /** What happens next, in the submitter's words. */
  happens: string;
  /** Days within which it should happen; absent where nobody is waited for. */
  days?: number;
};

// biome-ignore format: a table is read by column
export const SERVICE_LEVELS = {
  draft:             { next: 'you',       happens: 'Finish the form and send it.', days: 90 },
  unconfirmed:       { next: 'you',       happens: 'Confirm your address. Until then nobody reads what you sent.', days: 7 },
  received:          { next: 'editor',    happens: 'An editor reads it and asks two reviewers to look at it.', days: 7 },
  in_review:         { next: 'reviewers', happens: 'Two reviewers read it and say whether to publish it.', days: 21 },
  changes_requested: { next: 'you',       happens: 'Answer the numbered requests.', days: 60 },
  in_lab:            { next: 'lab',       happens: 'The lab follows your instructions and writes down what it finds.', days: 45 },
  sign_off:          { next: 'you',       happens: 'Read the exact text, then sign it or say what should be different.', days: 60 },
  accepted:          { next: 'system',    happens: 'It is published with the next build of the site.', days: 1 },
  publishing:        { next: 'system',    happens: 'It is being published.', days: 1 },
  published:         { next: 'nobody',    happens: 'It is public. You can ask for a correction, or have it retired.' },
  declined:          { next: 'nobody',    happens: 'You can reopen it and say what has changed.' },
  withdrawn:         { next: 'nobody',    happens: 'You withdrew it. Nothing more happens.' },
  lapsed:            { next: 'nobody',    happens: 'It lapsed without an answer. You can resume it.' },
} as const satisfies Record<State, Level>;

const DAY = 86_400_000;
function daysOf(state: State): number | undefined {
  const level: Level = SERVICE_LEVELS[state];
  return level.days;
}

/** States in which somebody is waited for, of those that the desk can see. */
export const WAITING_STATES: readonly State[] = STATES.filter(
  (state) => daysOf(state) !== undefined && state !== 'draft' && state !== 'unconfirmed',
);

/** What began before this and is still in `state` was expected by a day that is over; undefined where nobody is waited for. */
export function overdueSince(state: State, now: Date): Date | undefined {
  const days = daysOf(state);
  return days === undefined ? undefined : new Date(Math.floor(now.getTime() / DAY) * DAY - days * DAY);
}

/** The day by which a state that began at `since` should be over, or undefined where nobody is waited for. */
export function expectedBy(state: State, since: Date): Date | undefined {
  const days = daysOf(state);
  return days === undefined ? undefined : new Date(since.getTime() + days * DAY);
}

export type Expectation =
  | { basis: 'target'; by: Date }
  | { basis: 'measured'; by: Date; most: Date; of: number };

/**
 * When a state that began at `since` should be over: by what others had to wait, if that is known, else by the target.
 * Where the submitter acts themselves, the target is their deadline.
 */
export function expectation(state: State, since: Date, wait: Wait | undefined): Expectation | undefined {
  const by = expectedBy(state, since);
  if (!by) return undefined;
  if (!wait || SERVICE_LEVELS[state].next === 'you') return { basis: 'target', by };
  const after = (days: number) => new Date(since.getTime() + days * DAY);
  return { basis: 'measured', by: after(wait.median), most: after(wait.ninetieth), of: wait.submissions };
}

/** What silence since `since` calls for: a lapse, the next reminder, or nothing yet. Reminders are spread evenly. */
export function silenceCallsFor(
  state: LapsingState,
  since: Date,
  reminders: number,
  now: Date,
): 'lapse' | 'reminder' | undefined {
  const days = (now.getTime() - since.getTime()) / DAY;
  const after = LAPSES_AFTER_DAYS[state];
  const planned = REMINDERS_BEFORE_LAPSE[state];
  if (reminders < planned) return days >= (after * (reminders + 1)) / (planned + 1) ? 'reminder' : undefined;
  return days >= after ? 'lapse' : undefined;
}

/** The day on which a state that began at `since` lapses. */
export const lapsesOn = (state: LapsingState, since: Date) =>
  new Date(since.getTime() + LAPSES_AFTER_DAYS[state] * DAY);

/** Whole days from `since` to `now`. */
export const idleDays = (since: Date, now: Date) => Math.floor((now.getTime() - since.getTime()) / DAY);

/** `2026-11`, so many months later or earlier. */
export const monthOf = (at: Date, later: number) =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + later)).toISOString().slice(0, 7);
