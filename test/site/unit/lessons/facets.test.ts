import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENVIRONMENTS, OUTCOMES, SECTORS } from '#schemas/vocabulary.ts';
import { chosen, countWith, readChoice, toggled, writeChoice } from '#site/lessons/choose.ts';
import { countFacets } from '#site/lessons/counts.ts';
import { FACETS, facetsOf } from '#site/lessons/facets.ts';
import { caseBearing, caseOf } from '../cases.ts';

const PROCESSES = [
  ['routine-patching', 'Routine patching'],
  ['isolation', 'Isolation'],
] as const;

const entries = fc.array(
  fc
    .record({
      outcome: fc.constantFrom(...OUTCOMES).map((one) => [one]),
      sector: fc.constantFrom(...SECTORS).map((one) => [one]),
      environment: fc.uniqueArray(fc.constantFrom(...ENVIRONMENTS)),
      process: fc.uniqueArray(fc.constantFrom('routine-patching', 'isolation')),
      origin: fc.constantFrom(['compiled'], ['submitted']),
    })
    .map((facets) => ({ facets })),
  { maxLength: 40 },
);

describe('facets', () => {
  test('a case has its outcome, sector, environments, and each process it bears on once', () => {
    const published = caseBearing('one', [
      { step: 'isolation/nominate', use: 'followed', effect: 'helped' },
      { step: 'isolation/segment', use: 'skipped', effect: 'hurt' },
    ]);
    expect(facetsOf(published)).toEqual({
      outcome: ['success'],
      sector: ['health'],
      environment: ['endpoints', 'on_premises'],
      process: ['isolation'],
      origin: ['compiled'],
    });
  });

  test('values stand in the order of the vocabulary, and those without a case are left out', () => {
    const cases = [caseOf('a', { outcome: 'mixed' }), caseOf('b'), caseOf('c', { outcome: 'mixed' })];
    const [outcome] = countFacets(
      cases.map((one) => ({ facets: facetsOf(one) })),
      PROCESSES,
    );
    expect(outcome).toEqual({
      facet: 'outcome',
      title: 'Outcome',
      values: [
        { value: 'success', label: 'Success', count: 1 },
        { value: 'mixed', label: 'Mixed', count: 2 },
      ],
    });
  });

  test('the count beside a value is what is left once it is chosen', () => {
    fc.assert(
      fc.property(entries, (all) => {
        for (const { facet, values } of countFacets(all, PROCESSES))
          for (const { value, count } of values) {
            expect(chosen(all, { [facet]: value })).toHaveLength(count);
            const choice = { outcome: 'failure', [facet]: value };
            expect(countWith(all, { outcome: 'failure' }, facet, value)).toBe(chosen(all, choice).length);
          }
      }),
    );
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
    const choice = { outcome: 'failure', process: 'isolation' };
    expect(readChoice(`${writeChoice(choice)}&utm=x&sector=`, FACETS)).toEqual(choice);
    expect(writeChoice({})).toBe('');
  });
});
