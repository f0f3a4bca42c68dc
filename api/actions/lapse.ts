/** What silence leads to: reminders, then a lapse. Silence never publishes. */
import { queueLetter } from '#api/db/letters.ts';
import { listSilent, noteReminder, type SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { compose } from '#api/letters/wording.ts';
import { LAPSES_AFTER_DAYS } from '#api/review/conditions.ts';
import type { LapsingState } from '#api/review/facts.ts';
import { lapsesOn, silenceCallsFor } from '#api/review/service-levels.ts';
import { act } from './act.ts';

const LAPSING = Object.keys(LAPSES_AFTER_DAYS) as LapsingState[];
const BATCH = 500;
const DAY = 86_400_000;

/** Remind or lapse every submission whose submitter has been silent for long enough. Safe to repeat. */
export async function lapseSilent(deps: Deps): Promise<{ reminded: number; lapsed: number }> {
  const now = deps.now();
  const since = new Date(now.getTime() - Math.min(...Object.values(LAPSES_AFTER_DAYS)) * DAY);
  const done = { reminded: 0, lapsed: 0 };
  for (const row of await listSilent(deps.db, LAPSING, since, BATCH)) {
    const due = silenceCallsFor(row.state as LapsingState, row.stateSince, row.reminders, now);
    if (due === 'reminder' && (await remind(deps, row))) done.reminded += 1;
    if (due === 'lapse') {
      await lapse(deps, row);
      done.lapsed += 1;
    }
  }
  return done;
}

const lapse = (deps: Deps, { id, state }: SubmissionRow) =>
  act(deps, { party: { kind: 'system' }, id, action: 'lapse' }, async ({ row }) => ({
    set: {
      contentHash: row.live === 'none' ? row.contentHash : null,
      lapsedFrom: row.live === 'none' ? (state as LapsingState) : null,
    },
  }));

async function remind({ db, jobs, now }: Deps, row: SubmissionRow): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await noteReminder(tx, row))) return false;
    const day = lapsesOn(row.state as LapsingState, row.stateSince)
      .toISOString()
      .slice(0, 10);
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
