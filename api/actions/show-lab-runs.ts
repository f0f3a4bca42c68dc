/** Runs of the lab as the desk and the vendor of the offering read them. */
import { foundIn, type LabRunRow, listRuns } from '#api/db/lab-runs.ts';
import type { SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { fits } from '#api/review/lab-runs.ts';
import type { DeskLab } from '#schemas/desk.ts';
import type { DeskLabRun, VendorLabRun } from '#schemas/lab-run.ts';
import { type Content, isOffering } from '#schemas/submission.ts';
import { statementProblem } from './state-on-run.ts';

type Needs = Pick<Deps, 'db' | 'procedures' | 'now'>;

/** A procedure that is no longer among those of the guide goes by its id. */
export const titleOfProcedure = ({ procedures }: Pick<Deps, 'procedures'>, id: string): string =>
  procedures.find((one) => one.id === id)?.title ?? id;

/** What the desk reads of the lab; nothing of a lesson. The texts of procedures are those that are now in force. */
export async function labOf(deps: Needs, row: SubmissionRow, content: Content): Promise<{ lab?: DeskLab }> {
  if (!isOffering(content)) return {};
  const rows = await listRuns(deps.db, row.id);
  const newest = rows[0]?.run.stay;
  const current = row.state === 'in_lab' ? newest : undefined;
  const wanted = new Set(rows.filter(({ run }) => run.stay === current).map(({ run }) => run.procedure));
  return {
    lab: {
      fitting: deps.procedures
        .filter((one) => fits(content, one))
        .map(({ id, title, scenario, capability }) => ({ id, title, scenario, capability })),
      procedures: deps.procedures.filter(({ id }) => wanted.has(id)),
      runs: rows.map(({ run, by }) => forDesk(deps, run, by ?? '', run.stay === current)),
    },
  };
}

const nameOf = (deps: Needs, { id, stay, procedure, procedureVersion }: LabRunRow) => ({
  id,
  stay,
  procedure,
  title: titleOfProcedure(deps, procedure),
  procedureVersion,
});

const day = (date: Date) => date.toISOString().slice(0, 10);

function forDesk(deps: Needs, run: LabRunRow, by: string, current: boolean): DeskLabRun {
  const found = foundIn(run);
  return {
    ...nameOf(deps, run),
    revision: run.revision,
    current,
    ...(found && run.recordedAt && { recorded: { ...found, by, at: run.recordedAt.toISOString() } }),
    ...(run.statementDue && { statementDue: day(run.statementDue) }),
    ...(run.statement !== null && { statement: run.statement }),
    published: run.publishedAt !== null,
  };
}

/** What the vendor reads: the results that were sent, the newest stay first. Who ran them is nobody's to read. */
export async function runsForVendor(deps: Needs, submissionId: string): Promise<VendorLabRun[]> {
  const rows = await listRuns(deps.db, submissionId);
  return rows.flatMap(({ run }) => {
    const found = foundIn(run);
    if (!found || !run.statementDue) return [];
    const sent = {
      ...nameOf(deps, run),
      ...found,
      statementDue: day(run.statementDue),
      mayState: statementProblem(run, deps.now()) === undefined,
      ...(run.statement !== null && { statement: run.statement }),
    };
    return [sent];
  });
}
