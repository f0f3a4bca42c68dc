import { describe, expect, test } from 'vitest';
import type { StepEffect, StepUse } from '#schemas/vocabulary.ts';
import { buildLedger, type Grade, type Side, sideOf } from '#site/evidence/ledger.ts';
import { ledgerSentence } from '#site/evidence/words.ts';
import { caseBearing, SUBMITTED } from '../cases.ts';

const STEP = 'routine-patching/canary';
const bearing = (use: StepUse, effect: StepEffect) => ({ step: STEP, use, effect });
const ledgerFor = (...cases: ReturnType<typeof bearing>[][]) =>
  buildLedger(cases.map((bearings, index) => caseBearing(`case-${index}`, bearings))).get(STEP);

const helped = bearing('followed', 'helped');
const missed = bearing('missing', 'hurt');
const hurt = bearing('followed', 'hurt');
const spared = bearing('skipped', 'helped');
const neutral = bearing('followed', 'no_difference');

describe('the side that a case is on', () => {
  test.each([
    ['followed', 'helped', 'for'],
    ['adapted', 'helped', 'for'],
    ['skipped', 'hurt', 'for'],
    ['missing', 'hurt', 'for'],
    ['followed', 'hurt', 'against'],
    ['adapted', 'hurt', 'against'],
    ['skipped', 'helped', 'against'],
    ['missing', 'helped', 'against'],
    ['followed', 'no_difference', 'neutral'],
    ['adapted', 'no_difference', 'neutral'],
    ['skipped', 'no_difference', 'neutral'],
    ['missing', 'no_difference', 'neutral'],
  ] as const satisfies readonly (readonly [StepUse, StepEffect, Side])[])(
    '%s and %s: %s',
    (use, effect, side) => {
      expect(sideOf(use, effect)).toBe(side);
    },
  );
});

describe('the grade of a step', () => {
  test.each([
    ['one case', [[helped]], 'single'],
    ['one case that says it twice', [[helped, missed]], 'single'],
    ['two cases of the same effect', [[helped], [helped]], 'corroborated'],
    ['doing it helped one, missing it hurt another', [[helped], [missed]], 'corroborated'],
    ['two cases against it', [[hurt], [spared]], 'corroborated'],
    ['two cases without a difference', [[neutral], [neutral]], 'corroborated'],
    ['one for it, one without a difference', [[helped], [neutral]], 'single'],
    ['both sides', [[helped], [hurt]], 'contested'],
    ['many for it and one against it', [[helped], [missed], [helped], [spared]], 'contested'],
  ] as const satisfies readonly (readonly [string, ReturnType<typeof bearing>[][], Grade])[])(
    '%s',
    (_, cases, grade) => {
      expect(ledgerFor(...cases)?.grade).toBe(grade);
    },
  );

  test('a step that no case names has no ledger', () => {
    expect(buildLedger([caseBearing('one', [helped])]).has('routine-patching/deploy')).toBe(false);
  });
});

test('an entry says who tells it, and which lesson of the record it is', () => {
  const ledger = buildLedger([caseBearing('told', [helped], SUBMITTED), caseBearing('read', [missed])]);
  expect(
    ledger.get(STEP)?.entries.map(({ slug, origin, index, side }) => [slug, origin, index, side]),
  ).toEqual([
    ['told', 'submitted', 0, 'for'],
    ['read', 'compiled', 0, 'for'],
  ]);
});

test.each([
  [[[helped]], '1 case speaks for it.'],
  [[[helped], [missed], [hurt]], '2 cases speak for it, 1 case against it.'],
  [[[helped], [neutral]], '1 case speaks for it; in 1 case it made no difference.'],
  [[[neutral], [neutral]], 'In 2 cases it made no difference.'],
  [[[hurt]], '1 case against it.'],
])('the sentence for %j', (cases, sentence) => {
  const ledger = ledgerFor(...cases);
  expect(ledger && ledgerSentence(ledger)).toBe(sentence);
});
