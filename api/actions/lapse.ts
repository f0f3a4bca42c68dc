/** What silence leads to: reminders, then a lapse. Silence never publishes. */
import { queueLetter } from '#api/db/letters.ts';
import { listSilent, noteReminder, type SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { compose } from '#api/letters/wording.ts';
import { LAPSES_AFTER_DAYS, REMINDERS_BEFORE_LAPSE } from '#api/review/conditions.ts';
import type { LapsingState } from '#api/review/facts.ts';
import { lapsesOn, silenceCallsFor } from '#api/review/service-levels.ts';
import { act } from './act.ts';

const LAPSING = Object.keys(LAPSES_AFTER_DAYS) as LapsingState[];
const BATCH = 500;
const DAY = 86_400_000;

/** Remind or lapse every submission whose submitter has been silent for long enough. Safe to repeat. */
export async function lapseSilent(deps: Deps): Promise<{ reminded: number; lapsed: number }> {
  const done = { reminded: 0, lapsed: 0 };
  for (const state of LAPSING)
    for (const row of await listSilent(deps.db, state, firstDeadline(state, deps.now()), BATCH)) {
      const due = silenceCallsFor(state, row.stateSince, row.reminders, deps.now());
      if (due === 'reminder' && (await remind(deps, row, state))) done.reminded += 1;
      if (due === 'lapse' && (await lapse(deps, row, state))) done.lapsed += 1;
    }
  return done;
}

/** Before this, nothing is due in a state: neither its first reminder nor its lapse. */
const firstDeadline = (state: LapsingState, now: Date) =>
  new Date(now.getTime() - (LAPSES_AFTER_DAYS[state] / (REMINDERS_BEFORE_LAPSE[state] + 1)) * DAY);

/** Whether it lapsed: the submitter may have answered a moment before. */
async function lapse(deps: Deps, { id }: SubmissionRow, state: LapsingState): Promise<boolean> {
  try {
    await act(deps, { party: { kind: 'system' }, id, action: 'lapse' }, async ({ row }) => ({
      set: row.live === 'none' ? { lapsedFrom: state } : { contentHash: null },
      letter: compose('lapsed', row.reference, { live: row.live }),
    }));
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function remind({ db, jobs, now }: Deps, row: SubmissionRow, state: LapsingState): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await noteReminder(tx, row))) return false;
    const day = lapsesOn(state, row.stateSince).toISOString().slice(0, 10);
    await queueLetter(
      tx,
      jobs,
      row.id,
      { ...compose('reminder', row.reference, { lapsesOn: day }), to: 'contact' },
      now(),
    );
    return true;
  });
}
