import { expect, test } from 'vitest';
import { CRITERIA, criteriaOf, misfitOf, RUBRIC_VERSION, RUBRICS, rubric, scores } from '#schemas/rubric.ts';

const answers = { score: 3, because: 'It says so' };
const four = { evidence: answers, specificity: answers, transferability: answers, safety: answers };

test('every version names criteria that exist, each of them once, and the newest is the one in use', () => {
  for (const asked of Object.values(RUBRICS).flatMap((kinds) => Object.values(kinds))) {
    expect(new Set(asked).size).toBe(asked.length);
    for (const name of asked) expect(CRITERIA[name].levels).toHaveLength(4);
  }
  expect(RUBRIC_VERSION).toBe(Object.keys(RUBRICS).at(-1));
});

test('the claims of an offering are scored, and a lesson makes none', () => {
  expect(criteriaOf('lesson')).not.toContain('claims');
  expect(misfitOf('lesson', four)).toBeUndefined();
  expect(misfitOf('offering', four)).toBe('claims');
  expect(misfitOf('lesson', { ...four, claims: answers })).toBe('claims');
  expect(misfitOf('offering', { ...four, claims: answers })).toBeUndefined();
});

test('a score without a reason is not taken, and is still read where an older version took it', () => {
  const bare = { ...four, safety: { score: 4 } };

  expect(rubric.safeParse(bare).error?.issues).toMatchObject([{ path: ['safety', 'because'] }]);
  expect(scores.safeParse(bare).success).toBe(true);
});
