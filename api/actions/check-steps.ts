/** Lessons bear on steps of the reference processes; a step that does not exist would point nowhere. */
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { LessonContent } from '#schemas/submission.ts';

/** Refuse with `invalid`, naming each field, where a lesson bears on an unknown step. */
export function checkSteps({ steps }: Pick<Deps, 'steps'>, { lessons }: LessonContent): void {
  const known = new Set(steps.map(({ id }) => id));
  const issues = lessons.flatMap(({ bearings }, lesson) =>
    bearings.flatMap(({ step }, bearing) =>
      known.has(step)
        ? []
        : [
            {
              path: `content.lessons.${lesson}.bearings.${bearing}.step`,
              message: `There is no step “${step}”. Choose one from the list.`,
            },
          ],
    ),
  );
  if (issues.length > 0) throw new AppError('invalid', 'Some answers need your attention.', { issues });
}
