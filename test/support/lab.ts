/** What the lab sees when it runs a procedure, for tests of whatever takes or prints runs. */
import { fileURLToPath } from 'node:url';
import { readProcedures } from '#api/publishing/known-content.ts';
import { instructionsHash } from '#api/review/instructions-hash.ts';
import type { LabRecord, LabStepResult, PublishedLabRun } from '#schemas/lab-run.ts';
import type { KnownProcedure } from '#schemas/lab-test.ts';
import { offeringContentSent } from './offering.ts';

export const PROCEDURES = readProcedures(fileURLToPath(new URL('../../content', import.meta.url)));
/** The two that the sample offering claims to pass. */
export const [DEPLOY, REPORT] = ['routine-patching-deploy', 'routine-patching-report'] as const;

export function procedure(id: string): KnownProcedure {
  const found = PROCEDURES.find((one) => one.id === id);
  if (!found) throw new Error(`There is no procedure ${id}`);
  return found;
}

const explained = (result: LabStepResult) =>
  result === 'as_expected' ? { result } : { result, seen: 'One machine *took* it all the same.' };

/** Without files. */
type Found = Omit<LabRecord, 'files' | 'deskOnly'>;

/** A record of a run whose steps went as given; every other one as expected. */
export function recordOf(
  id: string,
  others: Readonly<Record<number, LabStepResult>> = {},
  changes: Partial<LabRecord> = {},
): Found {
  const { version, steps } = procedure(id);
  return {
    procedureVersion: version,
    verdict: 'verified',
    productVersion: '3.1.2',
    environment: 'Twenty machines in three rings, two of them off.',
    ranOn: '2026-11-20',
    results: steps.map((_, index) => ({
      step: index + 1,
      ...explained(others[index + 1] ?? 'as_expected'),
    })),
    summary: 'Rings held, and the **stop** reached all machines in 40 seconds.',
    ...changes,
  };
}

/** A published run of the offering `slug`. */
export function runOf(slug: string, id: string, changes: Partial<PublishedLabRun> = {}): PublishedLabRun {
  const { procedureVersion, results, ...found } = recordOf(id);
  const { steps } = procedure(id);
  return {
    schemaVersion: 1,
    offering: slug,
    stay: 1,
    procedure: id,
    procedureVersion,
    ...found,
    results: steps.map((step) => ({ ...step, result: 'as_expected' })),
    instructionsHash: instructionsHash(offeringContentSent),
    by: 'lab',
    ...changes,
  };
}
