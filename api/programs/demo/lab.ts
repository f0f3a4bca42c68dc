/** What the lab of the demonstration does with an invented offering, and what its vendor answers. Nothing of it happened. */
import { randomUUID } from 'node:crypto';
import { finishLab } from '#api/actions/finish-lab.ts';
import { recordLabRun } from '#api/actions/record-lab-run.ts';
import { sendToLab } from '#api/actions/send-to-lab.ts';
import { stateOnRun } from '#api/actions/state-on-run.ts';
import { countStays, type LabRunRow, listRunsOfStay } from '#api/db/lab-runs.ts';
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

const runsOf = async ({ deps, id }: Scene): Promise<LabRunRow[]> =>
  listRunsOfStay(deps.db, id, await countStays(deps.db, id));

/** Run every procedure, each with another end. */
export async function runProcedures(scene: Scene): Promise<void> {
  const { deps, desk, id } = scene;
  for (const [index, run] of (await runsOf(scene)).entries()) {
    const procedure = deps.procedures.find((one) => one.id === run.procedure);
    const end = ENDS[index % ENDS.length];
    if (!procedure || !end) throw new Error(`There is no procedure ${run.procedure}`);
    await recordLabRun(deps, desk.lars, { id, runId: run.id }, recordOf(scene, procedure, end));
  }
}

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

function recordOf(scene: Scene, { version, steps }: KnownProcedure, end: End): LabRecord {
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
