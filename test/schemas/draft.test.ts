import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lessonDraft } from '#schemas/draft.ts';
import { lessons } from '../api/review/lesson-arbitrary.ts';

/** Leave out any of the fields and rows of a value. */
const anyPartOf = (value: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(value)) {
    const rows = value.map((row) => fc.option(anyPartOf(row), { nil: undefined }));
    return fc.tuple(...rows).map((kept) => kept.filter((row) => row !== undefined));
  }
  if (value === null || typeof value !== 'object') return fc.constant(value);
  const fields = Object.fromEntries(Object.entries(value).map(([key, held]) => [key, anyPartOf(held)]));
  return fc.record(fields, { requiredKeys: [] });
};

describe('a draft takes', () => {
  test('any part of any lesson, as it is', () => {
    fc.assert(
      fc.property(lessons.chain(anyPartOf), (part) => {
        expect(lessonDraft.parse(part)).toEqual(part);
      }),
    );
  });

  test.each([
    ['nothing at all', {}],
    [
      'text that the form would refuse',
      { title: '<b>', summary: 'x'.repeat(20_000), period: { from: 'soon' } },
    ],
    ['a row of which nothing is filled in', { lessons: [{}], timeline: [{ date: '' }] }],
    ['an organization before its attribution is chosen', { organization: { name: 'A', description: 'B' } }],
    ['a choice that is not made', { outcome: '' }],
  ])('%s', (_, draft) => {
    expect(lessonDraft.parse(draft)).toEqual(draft);
  });

  test('text untouched: neither trimmed nor rewritten while it is typed', () => {
    expect(lessonDraft.parse({ title: ' e\u0301 ' })).toEqual({ title: ' e\u0301 ' });
  });
});

describe('a draft refuses', () => {
  test.each([
    ['a key that the form does not have', { tilte: 'x' }],
    ['such a key further in', { lessons: [{ lesson: 'x', html: 'y' }] }],
    ['such a key in a union', { organization: { attribution: 'named', employees: '7' } }],
    ['a row where a text belongs', { title: ['x'] }],
    ['a text where rows belong', { lessons: 'x' }],
    ['a number where a text belongs', { title: 7 }],
    ['a text longer than any field', { title: 'x'.repeat(20_001) }],
    ['more rows than any field', { technologies: Array.from({ length: 101 }, () => 'x') }],
    ['a prototype', JSON.parse('{"__proto__": {"title": "x"}}')],
  ])('%s', (_, draft) => {
    expect(lessonDraft.safeParse(draft).success).toBe(false);
  });
});
