/** Somebody of the lab writes down what a run of a procedure found, again and again until the results are sent. */

import type { Db } from '#api/db/client.ts';
import { appendEvent } from '#api/db/events.ts';
import { listEvidence } from '#api/db/evidence.ts';
import { currentStay, findRun, type LabRunRow, listRuns, recordRun } from '#api/db/lab-runs.ts';
import type { Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { filesFor, procedureOf, verdictProblem } from '#api/review/lab-runs.ts';
import type { KeptLabFile, LabRecord, TriedStep } from '#schemas/lab-run.ts';
import type { KnownProcedure } from '#schemas/lab-test.ts';
import { lockVisible } from './lock-visible.ts';

type Needs = Pick<Deps, 'db' | 'now' | 'procedures'>;

/**
 * Refuses with `not_found` what the person must not see, with `forbidden` whoever is not of the lab, with `conflict` a
 * run whose stay is over, and with `invalid` results that do not fit the procedure, a verdict that does not fit them, or a
 * file that is none of the run’s.
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
    const { files: chosen, deskOnly, ...found } = record;
    const results = tried(procedureOf(deps.procedures, run), record);
    refuseMisfits(record, results, at);
    const files = await filesOf(tx, run, { chosen, deskOnly });
    await recordRun(tx, runId, { ...found, results, files, personId: person.id, recordedAt: at });
    const payload = { stay: run.stay, procedure: run.procedure, ...found, files };
    await appendEvent(tx, id, { type: 'record_lab_run', actor: 'lab', personId: person.id, payload }, at);
  });
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

type Choice = { chosen: readonly string[]; deskOnly: readonly string[] };

/** The files that were chosen, each once, as they are stored now. */
async function filesOf(tx: Db, run: LabRunRow, { chosen, deskOnly }: Choice): Promise<KeptLabFile[]> {
  const stored = (await listEvidence(tx, run.submissionId)).map((file) => ({
    ...file,
    addedAt: file.addedAt.toISOString(),
  }));
  const listed = (await listRuns(tx, run.submissionId)).flatMap((one) => one.run.files ?? []);
  const open = filesFor(stored, { assignedAt: run.assignedAt.toISOString() }, listed);
  const known = new Set(open.map(({ id }) => id));
  const stray = chosen.findIndex((id) => !known.has(id));
  if (stray >= 0)
    throw invalid(`files.${stray}`, 'Choose among the files that the desk added while it was in the lab');
  return open
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, name, type, bytes, sha256 }) => ({
      id,
      name,
      type,
      bytes,
      sha256,
      deskOnly: deskOnly.includes(id),
    }));
}

const invalid = (path: string, message: string) =>
  new AppError('invalid', 'Some answers need attention.', { issues: [{ path, message }] });
