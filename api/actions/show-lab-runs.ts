/** Runs of the lab as the desk and the vendor of the offering read them. */
import { listEvidence } from '#api/db/evidence.ts';
import { foundIn, type LabRunRow, listRuns } from '#api/db/lab-runs.ts';
import type { SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { fits, procedureOf } from '#api/review/lab-runs.ts';
import type { DeskLab } from '#schemas/desk.ts';
import type { DeskLabRun, VendorLabRun } from '#schemas/lab-run.ts';
import { type Content, isOffering } from '#schemas/submission.ts';
import { statementProblem } from './state-on-run.ts';

type Needs = Pick<Deps, 'db' | 'procedures' | 'now'>;

/** What the desk reads of the lab; nothing of a lesson. Procedures have the texts by which they are run. */
export async function labOf(deps: Needs, row: SubmissionRow, content: Content): Promise<{ lab?: DeskLab }> {
  if (!isOffering(content)) return {};
  const rows = await listRuns(deps.db, row.id);
  const stored = await storedFiles(deps, row.id);
  const current = row.state === 'in_lab' ? rows[0]?.run.stay : undefined;
  const running = rows.filter(({ run }) => run.stay === current);
  return {
    lab: {
      fitting: deps.procedures
        .filter((one) => fits(content, one))
        .map(({ id, title, scenario, capability }) => ({ id, title, scenario, capability })),
      procedures: running.map(({ run }) => procedureOf(deps.procedures, run)),
      runs: rows.map(({ run, by }) => ({
        ...forDesk(deps, run, run.stay === current),
        ...recordedOf(run, by ?? '', stored),
      })),
    },
  };
}

/** The ids of files that are there: some were removed, or erased by time. */
const storedFiles = async ({ db }: Needs, submissionId: string): Promise<ReadonlySet<string>> =>
  new Set((await listEvidence(db, submissionId)).map(({ id }) => id));

const nameOf = ({ procedures }: Needs, run: LabRunRow) => ({
  id: run.id,
  stay: run.stay,
  procedure: run.procedure,
  title: procedureOf(procedures, run).title,
  procedureVersion: run.procedureVersion,
});

const day = (date: Date) => date.toISOString().slice(0, 10);

const forDesk = (deps: Needs, run: LabRunRow, current: boolean): DeskLabRun => ({
  ...nameOf(deps, run),
  revision: run.revision,
  current,
  withdrawn: !deps.procedures.some(({ id }) => id === run.procedure),
  assignedAt: run.assignedAt.toISOString(),
  ...(run.statementDue && { statementDue: day(run.statementDue) }),
  ...(run.statement !== null && { statement: run.statement }),
  published: run.publishedAt !== null,
});

function recordedOf(run: LabRunRow, by: string, stored: ReadonlySet<string>): Pick<DeskLabRun, 'recorded'> {
  const found = foundIn(run);
  if (!found || !run.recordedAt) return {};
  const files = found.files.map((file) => ({ ...file, kept: stored.has(file.id) }));
  return { recorded: { ...found, files, by, at: run.recordedAt.toISOString() } };
}

/** What the vendor reads: the results that were sent, the newest stay first. Who ran them is nobody's to read. */
export async function runsForVendor(deps: Needs, submissionId: string): Promise<VendorLabRun[]> {
  const rows = await listRuns(deps.db, submissionId);
  const stored = await storedFiles(deps, submissionId);
  return rows.flatMap(({ run }) => {
    const found = foundIn(run);
    if (!found || !run.statementDue) return [];
    const sent = {
      ...nameOf(deps, run),
      ...found,
      files: found.files.map(({ deskOnly, ...file }) => ({
        ...file,
        open: !deskOnly && stored.has(file.id),
      })),
      statementDue: day(run.statementDue),
      mayState: statementProblem(run, deps.now()) === undefined,
      ...(run.statement !== null && { statement: run.statement }),
    };
    return [sent];
  });
}
