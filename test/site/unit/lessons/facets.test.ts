import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseStudy } from '#schemas/case-study.ts';
import { ENVIRONMENTS, OUTCOMES, SECTORS } from '#schemas/vocabulary.ts';
import { chosen, readChoice, toggled, writeChoice } from '#site/lessons/choose.ts';
import { countFacets, shownValues } from '#site/lessons/counts.ts';
import { type Choice, FACETS, type FacetValues, facetsOf } from '#site/lessons/facets.ts';
import { technologyLabels, technologyValue } from '#site/lessons/technologies.ts';
import { vocabularyOf } from '#site/lessons/vocabulary.ts';
import { caseBearing, caseOf, RECORD } from '../cases.ts';

const LIBRARY = {
  processes: [
    { id: 'routine-patching', data: { title: 'Routine patching' } },
    { id: 'isolation', data: { title: 'Isolation' } },
  ],
  steps: [
    { id: 'routine-patching/canary', name: 'Canary', process: 'Routine patching' },
    { id: 'isolation/nominate', name: 'Nominate', process: 'Isolation' },
  ],
};
const PATCHED = { milestone: 'all', date: '2025-03-12', precision: 'exact' } as const;
const VOCABULARY = vocabularyOf({ ...LIBRARY, cases: [] });

const entries = fc.array(
  fc
    .record({
      outcome: fc.constantFrom(...OUTCOMES).map((one) => [one]),
      sector: fc.constantFrom(...SECTORS).map((one) => [one]),
      environment: fc.uniqueArray(fc.constantFrom(...ENVIRONMENTS)),
      process: fc.uniqueArray(fc.constantFrom('routine-patching', 'isolation')),
      origin: fc.constantFrom(['compiled'], ['submitted']),
    })
    .map((some): { facets: FacetValues } => ({
      facets: { size: [], technology: [], step: [], span: [], year: [], ...some },
    })),
  { maxLength: 40 },
);

describe('facets', () => {
  test('a case has the values of its record, each once', () => {
    const published = caseBearing('one', [
      { step: 'isolation/nominate', use: 'followed', effect: 'helped' },
      { step: 'isolation/segment', use: 'skipped', effect: 'hurt' },
    ]);
    expect(facetsOf(published)).toEqual({
      outcome: ['success'],
      sector: ['health'],
      size: ['1000_9999'],
      environment: ['endpoints', 'on_premises'],
      technology: ['label-printers'],
      process: ['isolation'],
      step: ['isolation--nominate', 'isolation--segment'],
      span: [],
      year: ['2025'],
      origin: ['compiled'],
    });
  });

  test('an anonymous organization has no size, since it tells none', () => {
    const organization: CaseStudy['organization'] = {
      attribution: 'anonymous',
      sector: 'health',
      environments: [],
    };
    expect(facetsOf(caseOf('a', { organization })).size).toEqual([]);
  });

  test('a case belongs to every year of its period', () => {
    const years = (from: string, to?: string) => facetsOf(caseOf('a', { period: { from, to } })).year;
    expect(years('2021-Q4', '2023')).toEqual(['2021', '2022', '2023']);
    expect(years('2021-12')).toEqual(['2021']);
  });

  test('values stand in the order of the vocabulary, and those without a case are left out', () => {
    const cases = [caseOf('a', { outcome: 'mixed' }), caseOf('b'), caseOf('c', { outcome: 'mixed' })];
    const [outcome] = countFacets(
      cases.map((one) => ({ facets: facetsOf(one) })),
      vocabularyOf({ ...LIBRARY, cases }),
    );
    expect(outcome).toEqual({
      facet: 'outcome',
      values: [
        { value: 'success', label: 'Success', count: 1 },
        { value: 'mixed', label: 'Mixed', count: 2 },
      ],
    });
  });

  test('every value that a case has, has a label', () => {
    const cases = [caseOf('a'), caseOf('b', { timeline: [...RECORD.timeline, PATCHED] })];
    const counted = countFacets(
      cases.map((one) => ({ facets: facetsOf(one) })),
      vocabularyOf({ ...LIBRARY, cases }),
    );
    for (const { facet, values } of counted)
      expect(values.map(({ value }) => value).toSorted(), facet).toEqual(
        [...new Set(cases.flatMap((one) => facetsOf(one)[facet]))].toSorted(),
      );
  });

  test('the count beside a value is what is left once it is chosen beside the others', () => {
    const choice = fc.record(
      { outcome: fc.constantFrom(...OUTCOMES), environment: fc.constantFrom(...ENVIRONMENTS) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(entries, choice, (all, before: Choice) => {
        for (const { facet, values } of countFacets(all, VOCABULARY, before)) {
          for (const { value, count } of values)
            expect(chosen(all, { ...before, [facet]: value })).toHaveLength(count);
          const own = before[facet];
          if (own) expect(values.map(({ value }) => value)).toContain(own);
        }
      }),
    );
  });
});

describe('beside a list', () => {
  const valuesOf = (counts: readonly number[]) =>
    counts.map((count, index) => ({ value: `v${index}`, label: `Value ${index}`, count }));
  const shown = (counts: readonly number[], own?: string) =>
    shownValues(valuesOf(counts), own).map(({ value }) => value);

  test('a short facet stands whole, in its own order', () => {
    expect(shown([1, 5, 3])).toEqual(['v0', 'v1', 'v2']);
  });

  test('of a long one the most frequent values stand, and the one that is chosen', () => {
    const counts = Array.from({ length: 100 }, (_, index) => index);
    expect(shown(counts)).toEqual(Array.from({ length: 12 }, (_, index) => `v${99 - index}`));
    expect(shown(counts, 'v3')).toEqual([...shown(counts), 'v3']);
    expect(shown(counts, 'v99')).toEqual(shown(counts));
  });
});

describe('technologies', () => {
  test.each([
    ['Microsoft  Windows', 'microsoft-windows'],
    ['.NET', 'net'],
    ['Notepad++', 'notepad-plus-plus'],
    ['C#', 'c-sharp'],
    ['Büro-Drucker', 'büro-drucker'],
    ['ＶＰＮ', 'vpn'],
    ['365', 'number-365'],
    ['***', ''],
  ])('%s is found as %s', (name, value) => {
    expect(technologyValue(name)).toBe(value);
  });

  test('spellings of one name meet under the most frequent, in alphabetical order', () => {
    const cases = [['SMBv1', 'microsoft windows'], ['Microsoft Windows', '***'], ['Microsoft Windows']];
    expect(technologyLabels(cases.map((technologies) => ({ record: { technologies } })))).toEqual([
      ['microsoft-windows', 'Microsoft Windows'],
      ['smbv1', 'SMBv1'],
    ]);
  });
});

describe('a choice', () => {
  test('takes a value in, replaces it, and takes it out again', () => {
    const failure = toggled({}, 'outcome', 'failure');
    expect(failure).toEqual({ outcome: 'failure' });
    expect(toggled(failure, 'outcome', 'mixed')).toEqual({ outcome: 'mixed' });
    expect(toggled(failure, 'outcome', 'failure')).toEqual({});
  });

  test('survives the address, which may hold anything else too', () => {
    const choice = { outcome: 'failure', process: 'isolation', technology: 'büro-drucker' };
    expect(readChoice(`${writeChoice(choice)}&utm=x&sector=`, FACETS)).toEqual(choice);
    expect(writeChoice({})).toBe('');
  });
});
