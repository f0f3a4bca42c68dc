/** Choosing by facets: what a choice leaves, and how it stands in an address. Pure, and small: the browser loads it. */
import type { Choice, Facet, FacetValues } from './facets.ts';

const fits = (values: FacetValues, choice: Choice) =>
  Object.entries(choice).every(([facet, value]) => values[facet as Facet].includes(value));

/** Those that have every chosen value. */
export const chosen = <T extends { facets: FacetValues }>(entries: readonly T[], choice: Choice): T[] =>
  entries.filter(({ facets }) => fits(facets, choice));

/** The choice with `value` taken in, or out if it was chosen. */
export function toggled(choice: Choice, facet: Facet, value: string): Choice {
  const { [facet]: before, ...others } = choice;
  return before === value ? others : { ...others, [facet]: value };
}

/** The choice in an address: `?outcome=failure&sector=health`. Facets that are not known are not read. */
export function readChoice(search: string, facets: readonly Facet[]): Choice {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    facets.flatMap((facet) => [[facet, query.get(facet)]].filter(([, value]) => value)),
  );
}

export const writeChoice = (choice: Choice): string => {
  const query = new URLSearchParams(choice as Record<string, string>).toString();
  return query && `?${query}`;
};
