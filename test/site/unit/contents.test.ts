import { expect, test } from 'vitest';
import { chosenHeadings } from '#site/layouts/contents.ts';

const headings = (...depths: number[]) =>
  depths.map((depth, index) => ({ depth, slug: `h${index}`, text: `${index}` }));
const slugs = (chosen: readonly { slug: string }[]) => chosen.map(({ slug }) => slug);

test('names headings of level 2 and 3, not the title and nothing deeper', () => {
  expect(slugs(chosenHeadings(headings(1, 2, 3, 4, 2)))).toEqual(['h1', 'h2', 'h4']);
});

test('names level 2 alone where both would be too many to scan', () => {
  const many = headings(2, ...Array.from({ length: 20 }, () => 3), 2);
  expect(slugs(chosenHeadings(many))).toEqual(['h0', 'h21']);
});
