import { expect, test } from 'vitest';
import { buildLedger } from '#site/evidence/ledger.ts';
import { rankSteps } from '#site/evidence/ranking.ts';
import { caseBearing, SUBMITTED } from '../cases.ts';

const STEPS = ['a/quiet', 'a/once', 'a/twice', 'a/thrice', 'a/disputed'].map((id) => ({ id }));
const helped = (step: string) => ({ step, use: 'followed', effect: 'helped' }) as const;
const hurt = (step: string) => ({ step, use: 'followed', effect: 'hurt' }) as const;

const ranked = rankSteps(
  STEPS,
  buildLedger([
    caseBearing('one', [helped('a/once'), helped('a/twice'), helped('a/thrice'), helped('a/disputed')]),
    caseBearing('two', [helped('a/twice'), helped('a/thrice'), hurt('a/disputed')]),
    caseBearing('three', [helped('a/thrice')], SUBMITTED),
  ]),
);
const idsOf = (grade: keyof typeof ranked) => ranked[grade].map(({ step }) => step.id);

test('each step stands in the grade that its cases give it, most cases first', () => {
  expect(idsOf('contested')).toEqual(['a/disputed']);
  expect(idsOf('corroborated')).toEqual(['a/thrice', 'a/twice']);
  expect(idsOf('single')).toEqual(['a/once']);
  expect(idsOf('none')).toEqual(['a/quiet']);
});

test('what editors read is counted apart from what submitters told', () => {
  expect(ranked.corroborated[0]?.counts).toEqual({
    submitted: { for: 1, against: 0, neutral: 0 },
    compiled: { for: 2, against: 0, neutral: 0 },
  });
});
