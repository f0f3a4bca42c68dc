/** A published offering in the words that its OSCAL component definition is made of. Pure. */
import type { Call } from '#schemas/call.ts';
import type { PublishedLabRun } from '#schemas/lab-run.ts';
import type { LabTest } from '#schemas/lab-test.ts';
import type { PublishedOffering } from '#schemas/published.ts';
import type { OfferedComponent } from '#site/oscal/component.ts';
import { runAnchor, runsOf } from './lab-runs.ts';

/** What the lab knows: its procedures, and what it found. */
type LabKnown = {
  procedures: readonly { id: string; data: Pick<LabTest, 'capability'> }[];
  runs: readonly PublishedLabRun[];
};

/**
 * A claim bears on the steps of the requirement that it addresses; one that addresses none bears on no step. The newest run
 * of each procedure that tries its capability stands with it. `address` is the full address of the page.
 */
export function componentOf(
  { slug, record }: PublishedOffering,
  { scenarios }: Pick<Call, 'scenarios'>,
  address: string,
  { procedures, runs }: LabKnown,
): OfferedComponent {
  const steps = new Map(
    scenarios.flatMap(({ requirements }) => requirements.map((one) => [one.id, one.steps] as const)),
  );
  const { newest } = runsOf(runs, slug);
  const capabilityOf = new Map(procedures.map(({ id, data }) => [id, data.capability]));
  const { vendor, product, version, summary, claims } = record;
  return {
    slug,
    vendor,
    product,
    version,
    summary,
    address,
    claims: claims.map(({ capability, claim, requirement }) => ({
      capability,
      claim,
      steps: requirement === undefined ? [] : (steps.get(requirement) ?? []),
      runs: newest
        .filter(({ procedure }) => capabilityOf.get(procedure) === capability)
        .map((run) => ({ verdict: run.verdict, on: run.ranOn, address: `${address}#${runAnchor(run)}` })),
    })),
  };
}
