import { expect, test } from 'vitest';
import { chosen } from '#site/guide/choose-entries.ts';
import { openTexts } from '#site/guide/comment-periods.ts';
import { itemHeading, numberSections } from '#site/guide/outline.ts';
import { uniqueReferences } from '#site/guide/references.ts';

test('sections are numbered, appendices lettered, each level below its own', () => {
  const numbered = numberSections([
    { id: 'a', title: 'A', prose: 'x' },
    {
      id: 'b',
      title: 'B',
      sections: [
        { id: 'c', title: 'C', prose: 'x' },
        { id: 'd', title: 'D', prose: 'x' },
      ],
    },
    { id: 'e', title: 'E', appendix: true, sections: [{ id: 'f', title: 'F', prose: 'x' }] },
    { id: 'g', title: 'G', appendix: true, prose: 'x' },
  ]);
  const headings = numbered.flatMap(({ heading, sections }) => [
    heading,
    ...sections.map((inner) => inner.heading),
  ]);
  expect(headings).toEqual(['1. A', '2. B', '2.1. C', '2.2. D', 'Appendix A. E', 'A.1. F', 'Appendix B. G']);
  expect(itemHeading('2', 0, 'Item')).toBe('2.1. Item');
});

test('a section includes what it names, in that order, or everything', () => {
  expect(chosen(['a', 'b', 'c'], ['c', 'a'], (item) => item)).toEqual(['c', 'a']);
  expect(chosen(['a', 'b'], undefined, (item) => item)).toEqual(['a', 'b']);
  expect(() => chosen(['a'], ['z'], (item) => item)).toThrow('z, which does not exist');
});

test('a text is open for comment on its first and last day, and not outside of them', () => {
  const text = { title: 'T', href: '/t/', version: '0.9' };
  const draft = {
    ...text,
    status: { is: 'draft_for_comment' as const, from: '2026-01-10', to: '2026-02-10' },
  };
  const final = { ...text, status: { is: 'final' as const, on: '2026-01-10' } };
  const openOn = (day: string) => openTexts([draft, final], day).length;
  expect(['2026-01-09', '2026-01-10', '2026-02-10', '2026-02-11'].map(openOn)).toEqual([0, 1, 1, 0]);
});

test('a document stands once among the sources, as read at first hand if anybody did', () => {
  const one = { title: 'One', url: 'https://example.org/' };
  expect(
    uniqueReferences([
      { title: 'Two', standing: 'primary' },
      { ...one, standing: 'secondary' },
      { ...one, standing: 'primary' },
      { ...one, standing: 'secondary' },
    ]),
  ).toEqual([
    { ...one, standing: 'primary' },
    { title: 'Two', standing: 'primary' },
  ]);
});
