/** Every value that some case has, with how many have it. */
import { FACET_LABELS, FACETS, type Facet, type FacetValues, facetLabels } from './facets.ts';

export type FacetCount = {
  facet: Facet;
  title: string;
  values: { value: string; label: string; count: number }[];
};

/** Count all values of `entries`, in the order of their vocabularies; values without a case are left out. */
export function countFacets(
  entries: readonly { facets: FacetValues }[],
  processes: readonly (readonly [string, string])[],
): FacetCount[] {
  const labels = facetLabels(processes);
  return FACETS.map((facet) => {
    const counts = new Map<string, number>();
    for (const { facets } of entries)
      for (const value of facets[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = labels[facet].flatMap(([value, label]) => {
      const count = counts.get(value);
      return count ? [{ value, label, count }] : [];
    });
    return { facet, title: FACET_LABELS[facet], values };
  }).filter(({ values }) => values.length > 0);
}
