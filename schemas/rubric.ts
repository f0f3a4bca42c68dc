/**
 * The rubric: by which criteria a reviewer judges a text, what each score means, and what each version of it asked.
 * The desk prints its questions from here. A version that was used is never changed: answers are kept with their version.
 */
import { z } from 'zod';
import { line } from './text.ts';
import type { SubmissionKind } from './vocabulary.ts';

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
  claims: {
    name: 'Claims tested',
    asks: 'Was what the product is said to do tried?',
    levels: [
      'nothing was tried',
      'some claims were tried, or by the vendor alone',
      'the claims that matter were tried',
      'every claim was tried, and the result is shown',
    ],
  },
} as const satisfies Record<string, Criterion>;
export type CriterionName = keyof typeof CRITERIA;
export const CRITERION_NAMES = Object.keys(CRITERIA) as CriterionName[];

const OF_EVERY_TEXT = ['evidence', 'specificity', 'transferability', 'safety'] as const;

/** What each version asks of each kind of text. 1.0 asked for scores alone; since 1.1 each has its reason. */
export const RUBRICS = {
  '1.0': { lesson: OF_EVERY_TEXT, offering: OF_EVERY_TEXT },
  '1.1': { lesson: OF_EVERY_TEXT, offering: [...OF_EVERY_TEXT, 'claims'] },
} as const satisfies Record<string, Record<SubmissionKind, readonly CriterionName[]>>;
/** The version by which texts are judged now. */
export const RUBRIC_VERSION = '1.1' satisfies keyof typeof RUBRICS;
export const criteriaOf = (kind: SubmissionKind): readonly CriterionName[] => RUBRICS[RUBRIC_VERSION][kind];

/** A score from 1 (not at all) to 4 (fully), and its reason. */
function answerTo(criterion: CriterionName) {
  const { name } = CRITERIA[criterion];
  const ask = `Score “${name}” from 1 to 4`;
  return z.strictObject({
    score: z.coerce.number({ error: ask }).int(ask).min(1, ask).max(4, ask),
    because: line(`Say in a few words why you score “${name}” so`, 300),
  });
}

/** Answers to the rubric as it is now. Which criteria a kind of text has is checked where the kind is known. */
export const rubric = z
  .strictObject(
    {
      evidence: answerTo('evidence'),
      specificity: answerTo('specificity'),
      transferability: answerTo('transferability'),
      safety: answerTo('safety'),
      claims: answerTo('claims').optional().meta({ description: 'Of an offering; required there' }),
    },
    { error: 'Score it by each criterion' },
  )
  .meta({ id: 'Rubric' });
export type Rubric = z.infer<typeof rubric>;

const stored = z.strictObject({ score: z.int(), because: z.string().optional() }).optional();
/** Answers as they are stored, by whichever version. */
export const scores = z
  .strictObject({
    evidence: stored,
    specificity: stored,
    transferability: stored,
    safety: stored,
    claims: stored,
  } satisfies Record<CriterionName, typeof stored>)
  .meta({ id: 'Scores' });
export type Scores = z.infer<typeof scores>;

/** The first criterion that answers lack for this kind of text, or have and should not. */
export function misfitOf(kind: SubmissionKind, answers: Rubric): CriterionName | undefined {
  const asked = criteriaOf(kind);
  return CRITERION_NAMES.find((name) => asked.includes(name) !== (answers[name] !== undefined));
}
