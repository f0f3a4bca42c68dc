/** A vendor answers what the lab found: one statement a run, within fourteen days, printed beside the result. It stops nothing. */
import { appendEvent } from '#api/db/events.ts';
import { findRun, giveStatement, type LabRunRow } from '#api/db/lab-runs.ts';
import { findSubmission, lockSubmission } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { longDate } from '#site/dates.ts';
import type { SubmitterParty } from './act.ts';

/** Refuses with `not_found` a run that is not the submitter's or whose result was not sent, with `conflict` a second or late statement. */
export async function stateOnRun(
  { db, jobs, now }: Pick<Deps, 'db' | 'jobs' | 'now'>,
  submitter: SubmitterParty,
  { id, runId }: { id: string; runId: string },
  statement: string,
): Promise<void> {
  if (submitter.submissionId !== id) throw notFound();
  await db.transaction(async (tx) => {
    await lockSubmission(tx, id);
    const row = await findSubmission(tx, id);
    const run = row && (await findRun(tx, id, runId));
    if (!run?.statementDue) throw notFound();
    const at = now();
    const problem = statementProblem(run, at);
    if (problem) throw new AppError('conflict', problem);
    await giveStatement(tx, runId, statement, at);
    const payload = { stay: run.stay, procedure: run.procedure, statement };
    await appendEvent(tx, id, { type: 'give_statement', actor: 'submitter', payload }, at);
    await jobs.send(tx, 'publish', {});
  });
}

/** Why no statement can be given on a run whose result was sent, or nothing. */
export function statementProblem(
  { statementDue, statementAt }: Pick<LabRunRow, 'statementDue' | 'statementAt'>,
  now: Date,
): string | undefined {
  if (statementAt) return 'Your statement on this run was taken. It is printed as you sent it.';
  if (statementDue && now > statementDue)
    return `The time for a statement ended on ${longDate(statementDue.toISOString().slice(0, 10))}. The result is published without one.`;
  return undefined;
}
