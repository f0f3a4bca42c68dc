/** Which headings of a page its table of contents names. */

/** A heading as Astro's Markdown gives it: depth 1 to 6, the id of the element, its text. */
export type Heading = { depth: number; slug: string; text: string };

const MANY = 14;

/** Headings of level 2 and 3, or of level 2 alone where both together are too many to scan. */
export function chosenHeadings(headings: readonly Heading[]): readonly Heading[] {
  const within = (deepest: number) => headings.filter(({ depth }) => depth >= 2 && depth <= deepest);
  const both = within(3);
  return both.length > MANY ? within(2) : both;
}
