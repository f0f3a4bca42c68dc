/**
 * An offering as an OSCAL component definition: the controls that its claims bear on, and what the lab found.
 * A claim stands as the vendor's; only a link to a run of the lab says that somebody else saw it.
 */
import type { NistControl } from '#schemas/control-map.ts';
import { LAB_VERDICT_LABELS, type LabVerdict } from '#schemas/lab-test.ts';
import type { Capability } from '#schemas/vocabulary.ts';
import { uuidOf } from '#site/uuid.ts';
import type { MappedStep } from './control-map.ts';
import { identified, metadataOf, SP80053_CATALOG } from './document.ts';

/** What is needed of an offering. */
export type OfferedComponent = {
  slug: string;
  vendor: string;
  product: string;
  version: string;
  summary: string;
  /** The full address of its page. */
  address: string;
  claims: {
    capability: Capability;
    claim: string;
    /** Steps, as `process/step`, that the claim serves. */
    steps: string[];
    runs: { verdict: LabVerdict; on: string; address: string }[];
  }[];
};

/** `map` gives the controls of the steps; `day` is that of the last change; `label` says whose the mapping is. */
export function componentDefinitionOf(
  offering: OfferedComponent,
  map: readonly MappedStep[],
  day: string,
  label: string,
) {
  const requirements = requirementsOf(offering, map);
  const title = `${offering.product} ${offering.version}`;
  return {
    'component-definition': identified('component-definition', {
      metadata: metadataOf(`${title}, as offered by ${offering.vendor}`, day, label),
      components: [
        {
          uuid: uuidOf(`oscal/component/${offering.slug}`),
          type: 'software',
          title,
          description: offering.summary,
          links: [{ href: offering.address, rel: 'reference', text: 'The offering' }],
          ...(requirements.length > 0 && {
            'control-implementations': [
              {
                uuid: uuidOf(`oscal/component/${offering.slug}/sp800-53`),
                source: SP80053_CATALOG,
                description: `What ${offering.vendor} claims. ${label}`,
                'implemented-requirements': requirements,
              },
            ],
          }),
        },
      ],
    }),
  };
}

/** One requirement for each control that a claim bears on by the steps that it serves. */
function requirementsOf({ slug, claims }: OfferedComponent, map: readonly MappedStep[]) {
  const stepsOf = ({ steps }: OfferedComponent['claims'][number]) =>
    map.filter(({ step }) => steps.includes(step));
  const controls = new Map<string, NistControl>(
    claims.flatMap((claim) => stepsOf(claim).flatMap((step) => step.sp80053.map((one) => [one.id, one]))),
  );
  return [...controls.keys()].toSorted().map((id) => {
    const bearing = claims.filter((claim) =>
      stepsOf(claim).some((step) => step.sp80053.some((control) => control.id === id)),
    );
    const runs = bearing.flatMap((claim) => claim.runs);
    return {
      uuid: uuidOf(`oscal/component/${slug}/${id}`),
      'control-id': id,
      description: bearing.map(({ claim }) => claim).join('\n\n'),
      ...(runs.length > 0 && { links: runs.map(linkOf) }),
    };
  });
}

const linkOf = ({ verdict, on, address }: { verdict: LabVerdict; on: string; address: string }) => ({
  href: address,
  rel: 'reference',
  text: `Lab run of ${on}: ${LAB_VERDICT_LABELS[verdict]}`,
});
