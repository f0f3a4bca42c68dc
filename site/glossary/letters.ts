/** The glossary in the order of the alphabet. */
import type { Term } from '#schemas/glossary.ts';

/** Terms by their first letter. Upper and lower case are alike, and numbers within a name count as numbers. */
export function byLetter(terms: readonly Term[]): [string, Term[]][] {
  const sorted = terms.toSorted((a, b) => a.term.localeCompare(b.term, 'en', { numeric: true }));
  return [...Map.groupBy(sorted, ({ term }) => term.charAt(0).toUpperCase())];
}
