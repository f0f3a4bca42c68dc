/** What was learned, what to do about it, and which steps of which process it speaks about. */
import type { VNode } from 'preact';
import type { Bearing, Lesson } from '#schemas/case-study.ts';
import { STEP_EFFECT_LABELS, STEP_USE_LABELS } from '#schemas/vocabulary.ts';
import { stepIdPath } from '#site/paths.ts';
import type { Level } from './Section.tsx';

/** A step as a record names it; `id` is `process/step`. */
export type RecordStep = { id: string; name: string; process: string };

/** The fragment of a lesson in its record, counted from 0. */
export const lessonAnchor = (index: number) => `lesson-${index + 1}`;

type Props = { lessons: readonly Lesson[]; steps: readonly RecordStep[] | undefined; level: Level };

export function Lessons({ lessons, steps, level }: Props): VNode {
  const Heading = `h${level === 2 ? 3 : 4}` as const;
  const named = steps && new Map(steps.map((step) => [step.id, step]));
  return (
    <div class="lessons">
      {lessons.map(({ lesson, recommendation, bearings }, index) => (
        <article class="lesson" id={lessonAnchor(index)} aria-labelledby={`${lessonAnchor(index)}-title`}>
          <Heading class="lesson__number" id={`${lessonAnchor(index)}-title`}>
            Lesson {index + 1}
          </Heading>
          <p class="lesson__text">{lesson}</p>
          <p>
            <strong>What to do:</strong> {recommendation}
          </p>
          {bearings.length > 0 && <Bearings bearings={bearings} named={named} />}
        </article>
      ))}
    </div>
  );
}

type BearingsProps = {
  bearings: readonly Bearing[];
  named: ReadonlyMap<string, RecordStep> | undefined;
};

const Bearings = ({ bearings, named }: BearingsProps): VNode => (
  <ul class="bearings">
    {bearings.map(({ step, use, effect }) => (
      <li>
        {named && !named.has(step) ? step : <a href={stepIdPath(step)}>{named?.get(step)?.name ?? step}</a>}{' '}
        <span class="bearings__process">{named?.get(step)?.process}</span>
        <span class={`effect effect--${effect}`}>
          {STEP_USE_LABELS[use]}: {STEP_EFFECT_LABELS[effect].toLowerCase()}
        </span>
      </li>
    ))}
  </ul>
);
