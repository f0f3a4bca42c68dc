/** Runs of the lab as pages list them. Pure. */
import { instructionsHash } from '#api/review/instructions-hash.ts';
import { fits } from '#api/review/lab-runs.ts';
import type { PublishedLabRun } from '#schemas/lab-run.ts';
import type { LabTest } from '#schemas/lab-test.ts';
import type { PublishedOffering } from '#schemas/published.ts';

type Procedure = { id: string; data: LabTest };

/** Runs of one offering: of each procedure the newest, those that ended last first; and what was found before. */
export function runsOf(
  runs: readonly PublishedLabRun[],
  slug: string,
): { newest: PublishedLabRun[]; earlier: PublishedLabRun[] } {
  const own = runs.filter(({ offering }) => offering === slug).toSorted((a, b) => b.stay - a.stay);
  const isNewest = (run: PublishedLabRun) => own.find((one) => one.procedure === run.procedure) === run;
  return {
    newest: own.filter(isNewest).toSorted((a, b) => b.ranOn.localeCompare(a.ranOn)),
    earlier: own.filter((run) => !isNewest(run)),
  };
}

/** Procedures that try what an offering claims and of which there is no published run: nobody knows yet. */
export const unanswered = <Known extends Procedure>(
  procedures: readonly Known[],
  { slug, record }: PublishedOffering,
  runs: readonly PublishedLabRun[],
): Known[] =>
  procedures.filter(
    ({ id, data }) =>
      fits(record, data) && !runs.some(({ offering, procedure }) => offering === slug && procedure === id),
  );

/** Whether the lab followed the instructions as they stand now. */
export const followedToday = (
  run: Pick<PublishedLabRun, 'instructionsHash'>,
  { record }: Pick<PublishedOffering, 'record'>,
): boolean => run.instructionsHash === instructionsHash(record);

/** The title of a procedure; one that is no longer among those of the guide goes by its id. */
export const procedureTitle = (procedures: readonly Procedure[], id: string): string =>
  procedures.find((one) => one.id === id)?.data.title ?? id;

/** The fragment of a run on the page of its offering. */
export const runAnchor = ({ stay, procedure }: Pick<PublishedLabRun, 'stay' | 'procedure'>) =>
  `run-${stay}-${procedure}`;

export type Tried = { offering: PublishedOffering; run: PublishedLabRun };

/** Offerings that are listed, each with its newest run of this procedure, in their order. */
export const triedBy = (
  offerings: readonly PublishedOffering[],
  runs: readonly PublishedLabRun[],
  procedure: string,
): Tried[] =>
  offerings.flatMap((offering) => {
    const run = runsOf(runs, offering.slug).newest.find((one) => one.procedure === procedure);
    return run ? [{ offering, run }] : [];
  });
