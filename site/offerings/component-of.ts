/** A published offering in the words that its OSCAL component definition is made of. Pure. */
import type { Call } from '#schemas/call.ts';
import type { PublishedOffering } from '#schemas/published.ts';
import type { OfferedComponent } from '#site/oscal/component.ts';

/**
 * A claim bears on the steps of the requirement that it addresses; one that addresses none bears on no step.
 * `address` is the full address of the page.
 */
export function componentOf(
  { slug, record }: PublishedOffering,
  { scenarios }: Pick<Call, 'scenarios'>,
  address: string,
): OfferedComponent {
  const steps = new Map(
    scenarios.flatMap(({ requirements }) => requirements.map((one) => [one.id, one.steps] as const)),
  );
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
      runs: [],
    })),
  };
}
