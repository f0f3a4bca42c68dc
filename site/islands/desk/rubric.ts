/** The criteria by which a reviewer judges a text, and what the ends of the scale mean. */
import type { z } from 'zod';
import type { rubric } from '#schemas/decisions.ts';

type Criterion = { name: string; asks: string; levels: readonly [string, string, string, string] };

export const CRITERIA = {
  evidence: {
    name: 'Evidence',
    asks: 'Can a reader check what it rests on?',
    levels: [
      'claims only',
      'some of it can be checked',
      'most of it can be checked',
      'every claim that matters can be checked',
    ],
  },
  specificity: {
    name: 'Specificity',
    asks: 'Does it say what was done, when, and to what?',
    levels: [
      'general advice',
      'the story without its turning points',
      'the turning points, with gaps',
      'a reader could retrace it',
    ],
  },
  transferability: {
    name: 'Transferability',
    asks: 'Can others use what was learned?',
    levels: [
      'it holds for this organization alone',
      'others would have to guess how',
      'others like it can use it',
      'most organizations can use it',
    ],
  },
  safety: {
    name: 'Safety',
    asks: 'Does it expose nobody, and help no attacker?',
    levels: [
      'publishing it would put somebody at risk',
      'parts must go first',
      'small changes would be enough',
      'nothing stands against it',
    ],
  },
} as const satisfies Record<keyof z.infer<typeof rubric>, Criterion>;
export type CriterionName = keyof typeof CRITERIA;
export const CRITERION_NAMES = Object.keys(CRITERIA) as CriterionName[];

/** The scores to choose from, each with what it means: `{ '1': '1: claims only', … }`. */
export const scoreLabels = (criterion: CriterionName): Record<string, string> =>
  Object.fromEntries(
    CRITERIA[criterion].levels.map((meaning, index) => [String(index + 1), `${index + 1}: ${meaning}`]),
  );
