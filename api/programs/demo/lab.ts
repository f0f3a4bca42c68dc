/** What the lab of the demonstration does with an invented offering, and what its vendor answers. Nothing of it happened. */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { addEvidence } from '#api/actions/add-evidence.ts';
import { deskKeeps } from '#api/actions/evidence-keepers.ts';
import { finishLab } from '#api/actions/finish-lab.ts';
import { recordLabRun } from '#api/actions/record-lab-run.ts';
import { sendToLab } from '#api/actions/send-to-lab.ts';
import { stateOnRun } from '#api/actions/state-on-run.ts';
import { type LabRunRow, listNewestRuns } from '#api/db/lab-runs.ts';
import { findSubmission } from '#api/db/submissions.ts';
import { fits } from '#api/review/lab-runs.ts';
import type { LabRecord, LabStepResult } from '#schemas/lab-run.ts';
import type { KnownProcedure, LabVerdict } from '#schemas/lab-test.ts';
import type { OfferingContent } from '#schemas/offering.ts';
import { isOffering } from '#schemas/submission.ts';
import type { Scene } from './verbs.ts';

/** More are left out, so that the page shows what nobody has tried yet. */
const TRIED = 3;

function offeringOf({ sample }: Scene): OfferingContent {
  const { content } = sample.sent;
  if (!isOffering(content)) throw new Error(`${sample.slug} is no offering`);
  return content;
}

const revisionOf = async ({ deps, id }: Scene) => ({
  revision: (await findSubmission(deps.db, id))?.revision ?? 1,
});

export async function sendToTheLab(scene: Scene): Promise<void> {
  const { deps, desk, id } = scene;
  const fitting = deps.procedures.filter((one) => fits(offeringOf(scene), one));
  // The story answers its own id to whoever asks for a new one.
  await sendToLab({ ...deps, newId: randomUUID }, { kind: 'person', person: desk.edda }, id, {
    ...(await revisionOf(scene)),
    procedures: fitting.slice(0, TRIED).map((one) => one.id),
    note: 'The lab begins on the first Monday and follows the instructions as they stand.',
  });
}

const runsOf = ({ deps, id }: Scene): Promise<LabRunRow[]> => listNewestRuns(deps.db, [id]);

/** Run every procedure, each with another end. */
export async function runProcedures(scene: Scene): Promise<void> {
  const { deps, desk, id } = scene;
  for (const [index, run] of (await runsOf(scene)).entries()) {
    const procedure = deps.procedures.find((one) => one.id === run.procedure);
    const end = ENDS[index % ENDS.length];
    if (!procedure || !end) throw new Error(`There is no procedure ${run.procedure}`);
    const files = index === 0 ? await keepFiles(scene) : NO_FILES;
    await recordLabRun(
      deps,
      desk.lars,
      { id, runId: run.id },
      { ...recordOf(scene, procedure, end), ...files },
    );
  }
}

const NO_FILES = { files: [], deskOnly: [] };

/** Two files of a run, one of which stays with the desk. */
async function keepFiles(scene: Scene): Promise<Pick<LabRecord, 'files' | 'deskOnly'>> {
  const log = await keepFile(
    scene,
    'run-log.csv',
    'machine,ring,installed\nmade-up-1,1,yes\nmade-up-2,2,yes\n',
  );
  const bench = await keepFile(
    scene,
    'bench.txt',
    'Made up: which machines of the lab were used, and who else had them.\n',
  );
  return { files: [log, bench], deskOnly: [bench] };
}

const keepFile = ({ deps, desk, id }: Scene, name: string, text: string): Promise<string> =>
  deps.intake.inFolder(async (folder) => {
    const file = path.join(folder, 'arrived');
    await fs.writeFile(file, text);
    const added = await addEvidence({ ...deps, newId: randomUUID }, deskKeeps(desk.lars), id, {
      file,
      name,
      keepName: true,
    });
    return added.id;
  });

type End = { verdict: LabVerdict; decisive: LabStepResult; other: LabStepResult; summary: string };
const ENDS: readonly End[] = [
  {
    verdict: 'verified',
    decisive: 'as_expected',
    other: 'as_expected',
    summary: 'Made up for this demonstration. Every result was seen as the procedure expects it.',
  },
  {
    verdict: 'partly',
    decisive: 'as_expected',
    other: 'otherwise',
    summary: 'Made up for this demonstration. What is decisive held; the rest had to be done by hand.',
  },
  {
    verdict: 'not_tested',
    decisive: 'not_done',
    other: 'as_expected',
    summary: 'Made up for this demonstration. The lab lacked the kind of machine that the claim is about.',
  },
];

function recordOf(
  scene: Scene,
  { version, steps }: KnownProcedure,
  end: End,
): Omit<LabRecord, 'files' | 'deskOnly'> {
  return {
    procedureVersion: version,
    verdict: end.verdict,
    productVersion: offeringOf(scene).version,
    environment: 'Twenty invented machines in three rings, two of them off.',
    ranOn: scene.deps.now().toISOString().slice(0, 10),
    results: steps.map(({ decisive }, index) => {
      const result = decisive ? end.decisive : end.other;
      const seen = result === 'not_done' ? 'There was nothing to do it on.' : 'It was done by hand instead.';
      return { step: index + 1, result, ...(result !== 'as_expected' && { seen }) };
    }),
    summary: end.summary,
  };
}

export const sendResults = async (scene: Scene): Promise<unknown> =>
  finishLab(scene.deps, { kind: 'person', person: scene.desk.lars }, scene.id, {
    ...(await revisionOf(scene)),
    note: 'Thank you for the licence. The instructions could be followed without a call.',
  });

/** The vendor answers all but the first result. */
export async function answerTheLab(scene: Scene): Promise<void> {
  const { deps, id } = scene;
  const submitter = { kind: 'submitter', submissionId: id, mailed: true } as const;
  for (const { id: runId } of (await runsOf(scene)).slice(1))
    await stateOnRun(
      deps,
      submitter,
      { id, runId },
      'Made up as well: the next version will do it by itself.',
    );
}
