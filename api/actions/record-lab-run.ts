/** Somebody of the lab writes down what a run of a procedure found, again and again until the results are sent. */
import { appendEvent } from '#api/db/events.ts';
import { currentStay, findRun, type LabRunRow, recordRun } from '#api/db/lab-runs.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { verdictProblem } from '#api/review/lab-runs.ts';
import type { LabRecord, TriedStep } from '#schemas/lab-run.ts';
import type { KnownProcedure } from '#schemas/lab-test.ts';
import { lockVisible } from './lock-visible.ts';

type Needs = Pick<Deps, 'db' | 'now' | 'procedures'>;

/**
 * Refuses with `not_found` what the person must not see, with `forbidden` whoever is not of the lab, with `conflict` a
 * run whose stay is over, and with `invalid` results that do not fit the procedure, or a verdict that does not fit them.
 */
export async function recordLabRun(
  deps: Needs,
  person: Person,
  { id, runId }: { id: string; runId: string },
  record: LabRecord,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const row = await lockVisible(tx, person, id);
    const run = await findRun(tx, id, runId);
    if (!run) throw notFound();
    if (!person.roles.includes('lab'))
      throw new AppError('forbidden', 'Only the lab records what a run found.');
    if (run.stay !== (await currentStay(tx, row)))
      throw new AppError('conflict', 'The results of this run were sent. A retest gets a run of its own.');

    const at = deps.now();
    const results = tried(procedureOf(deps, run), record);
    refuseMisfits(record, results, at);
    await recordRun(tx, runId, { ...record, results, personId: person.id, recordedAt: at });
    const payload = { stay: run.stay, procedure: run.procedure, ...record };
    await appendEvent(tx, id, { type: 'record_lab_run', actor: 'lab', personId: person.id, payload }, at);
  });
}

function procedureOf({ procedures }: Needs, { procedure }: LabRunRow): KnownProcedure {
  const known = procedures.find(({ id }) => id === procedure);
  if (known) return known;
  throw new AppError('conflict', 'This procedure is no longer among those of the guide. Tell an editor.');
}

/** Every step of the procedure with what was seen at it. */
function tried({ version, steps }: KnownProcedure, { procedureVersion, results }: LabRecord): TriedStep[] {
  if (procedureVersion !== version)
    throw new AppError(
      'conflict',
      `The procedure has become version ${version}. Reload the page to read it.`,
    );
  const perStep = steps.map((step, index) => ({ step, found: results[index] }));
  return perStep.map(({ step, found }, index) => {
    if (results.length !== steps.length || found?.step !== index + 1)
      throw invalid('results', `Say what was seen at each of the ${steps.length} steps, in order`);
    return { ...step, result: found.result, ...(found.seen !== undefined && { seen: found.seen }) };
  });
}

function refuseMisfits({ verdict, ranOn }: LabRecord, results: readonly TriedStep[], at: Date): void {
  const problem = verdictProblem(verdict, results);
  if (problem) throw invalid('verdict', problem);
  if (ranOn > at.toISOString().slice(0, 10)) throw invalid('ranOn', 'Give a day that is not in the future');
}

const invalid = (path: string, message: string) =>
  new AppError('invalid', 'Some answers need attention.', { issues: [{ path, message }] });
