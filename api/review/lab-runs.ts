/**
 * What holds of runs of the lab. Pure.
 * Which procedures fit an offering, which files belong to a run, which verdicts fit what was seen, when a result is old, and
 * until when its vendor may speak.
 */
import type { EvidenceFile } from '#schemas/evidence.ts';
import { type LabStepResult, STATEMENT_DAYS } from '#schemas/lab-run.ts';
import { type KnownProcedure, LAB_VERDICTS, type LabTest, type LabVerdict } from '#schemas/lab-test.ts';
import type { Offering } from '#schemas/offering.ts';

/** Whether a procedure tries what an offering claims: one of its capabilities in one of its scenarios. */
export const fits = (
  { claims, scenarios }: Pick<Offering, 'claims' | 'scenarios'>,
  { capability, scenario }: Pick<LabTest, 'capability' | 'scenario'>,
): boolean => scenarios.includes(scenario) && claims.some((claim) => claim.capability === capability);

/** What a run follows: the procedure as it now is or, where the guide dropped it, as it was when it was assigned. */
export const procedureOf = (
  known: readonly KnownProcedure[],
  { procedure, procedureText }: { procedure: string; procedureText: KnownProcedure },
): KnownProcedure => known.find(({ id }) => id === procedure) ?? procedureText;

type Added = Pick<EvidenceFile, 'id' | 'addedBy'> & { addedAt: string };
type Assigned = { assignedAt: string };

/**
 * Which files a run may list: those that the desk added since it was assigned, and those that other runs list, since a file
 * that is sent again is not stored again. Times are ISO 8601 in UTC.
 */
export function filesFor<File extends Added>(
  files: readonly File[],
  { assignedAt }: Assigned,
  listed: readonly { id: string }[],
): File[] {
  const others = new Set(listed.map(({ id }) => id));
  return files.filter(
    ({ id, addedBy, addedAt }) => addedBy === 'desk' && (addedAt >= assignedAt || others.has(id)),
  );
}

type Tried = { decisive: boolean; result: LabStepResult };
type Steps = readonly Tried[];

const someDecisive = (steps: Steps, wanted: LabStepResult) =>
  steps.some(({ decisive, result }) => decisive && result === wanted);
const some = (steps: Steps, wanted: LabStepResult) => steps.some(({ result }) => result === wanted);
const decisiveSeen = (steps: Steps) => !someDecisive(steps, 'otherwise') && !someDecisive(steps, 'not_done');

/**
 * What must be seen for each verdict, whatever the procedure: a decisive result that is missing is not made up for by
 * others, what was not done is not verified, and nothing is blamed on a product that could not be tried. Where several
 * verdicts are left, the text of the procedure chooses.
 */
const HOLDS: Record<LabVerdict, (steps: Steps) => boolean> = {
  verified: (steps) => decisiveSeen(steps) && !some(steps, 'not_done'),
  partly: (steps) => decisiveSeen(steps) && steps.some(({ result }) => result !== 'as_expected'),
  failed: (steps) => some(steps, 'otherwise'),
  not_tested: (steps) => someDecisive(steps, 'not_done') && !someDecisive(steps, 'otherwise'),
};

/** The verdicts that what was seen allows: at least one for any steps. */
export const allowedVerdicts = (steps: Steps): LabVerdict[] =>
  LAB_VERDICTS.filter((verdict) => HOLDS[verdict](steps));

const NEEDS = {
  verified: '“Verified” needs every decisive step as expected, and no step left out.',
  partly: '“Partly verified” needs every decisive step as expected, and another one that was not.',
  failed: '“Failed” needs a step at which something else was seen.',
  not_tested:
    '“Not tested” needs a decisive step that could not be done, and none that showed something else.',
} as const satisfies Record<LabVerdict, string>;

/** Why a verdict cannot be given for what was seen, or nothing. */
export const verdictProblem = (verdict: LabVerdict, steps: Steps): string | undefined =>
  HOLDS[verdict](steps) ? undefined : NEEDS[verdict];

const DAY = 86_400_000;

/** Until when the vendor may give a statement on results that were sent at `sentAt`: the end of the last day, which is what they are told. */
export const statementDue = (sentAt: Date): Date =>
  new Date((Math.floor(sentAt.getTime() / DAY) + STATEMENT_DAYS + 1) * DAY - 1);

/** Months after which a result is old. */
export const STALE_AFTER_MONTHS = 12;

/** Why a result says little of the product of today. */
export type Staleness = 'age' | 'version';

/**
 * Whether a run is stale: by a new major version of the product, or because it ended more than twelve months before
 * `today`, a day. `version` is the one that is offered now.
 */
export function staleness(
  { ranOn, productVersion }: { ranOn: string; productVersion: string },
  { version, today }: { version: string; today: string },
): Staleness | undefined {
  if (majorOf(productVersion) !== majorOf(version)) return 'version';
  const oldest = new Date(`${today}T00:00:00Z`);
  oldest.setUTCMonth(oldest.getUTCMonth() - STALE_AFTER_MONTHS);
  return ranOn < oldest.toISOString().slice(0, 10) ? 'age' : undefined;
}

/** The first number in a version, by which vendors count; a version without one is compared as it is written. */
const majorOf = (version: string): string => {
  const [number] = /\d+/.exec(version) ?? [];
  return number === undefined ? version.trim().toLowerCase() : String(Number(number));
};
