/** Where one is in a form of several pages, with a link to each. */
import { draftStepPath } from '#site/paths.ts';
import type { FormStep } from './steps.ts';

type Props = { steps: readonly FormStep[]; current: FormStep };

export function StepIndicator({ steps, current }: Props) {
  const here = steps.indexOf(current);
  return (
    <nav class="usa-step-indicator form-steps" aria-label="Steps of the form">
      <ol class="usa-step-indicator__segments">
        {steps.map(({ id, title }, position) => (
          <li
            key={id}
            class={[
              'usa-step-indicator__segment',
              position < here && 'usa-step-indicator__segment--complete',
              position === here && 'usa-step-indicator__segment--current',
            ]
              .filter(Boolean)
              .join(' ')}
          >
            <a
              class="usa-step-indicator__segment-label"
              href={draftStepPath(id)}
              aria-current={position === here ? 'step' : undefined}
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
