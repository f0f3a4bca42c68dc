/** Every value that some case has, with how many have it. Pure, and small: the browser counts with it too. */
import { chosen } from './choose.ts';
import type { Choice, Facet, FacetValues } from './facets.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ValueCount = { value: string; label: string; count: number };
export type FacetCount = { facet: Facet; values: ValueCount[] };

/**
 * Count for each value how many entries would be left with it chosen, beside what is chosen in the other facets. Values
 * stand in the order of the vocabulary; those that would leave nothing are left out, unless they are chosen.
 */
export const countFacets = (
  entries: readonly { facets: FacetValues }[],
  vocabulary: Vocabulary,
  choice: Choice = {},
): FacetCount[] =>
  (Object.keys(vocabulary) as Facet[]).map((facet) => {
    const { [facet]: own, ...others } = choice;
    const counts = new Map<string, number>();
    for (const { facets } of chosen(entries, others))
      for (const value of facets[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = vocabulary[facet].flatMap(([value, label]) => {
      const count = counts.get(value) ?? 0;
      return count > 0 || value === own ? [{ value, label, count }] : [];
    });
    return { facet, values };
  });

/** A longer list is cut to `MOST_SHOWN`; one or two more would not be worth a page of their own. */
const LONGEST = 15;
const MOST_SHOWN = 12;
/** On the page of a facet: as many as it can hold within its weight. */
export const VALUES_A_PAGE = 240;

/** The values that stand beside a list: all of a short facet, or those that most cases have, and always the one chosen. */
export function shownValues(values: readonly ValueCount[], own: string | undefined): readonly ValueCount[] {
  if (values.length <= LONGEST) return values;
  const frequent = values.toSorted((a, b) => b.count - a.count);
  return frequent.filter(({ value }, index) => index < MOST_SHOWN || value === own);
}
