/** Two people wrote at one step: what each of them has. Yours stands in the fields; saving again keeps it. */
import { draftStepPath } from '#site/paths.ts';
import { type FormValues, valueAt } from '../names.ts';
import { isSame } from './same.ts';
import { type FormStep, partOf } from './steps.ts';
import { fieldLabel, linesOf } from './words.ts';

type Props = {
  step: FormStep;
  yours: FormValues;
  stored: FormValues;
  /** Puts the stored answers into the fields. Without it, the page is asked for again. */
  takeStored?: (() => void) | undefined;
};

export function BothVersions({ step, yours, stored, takeStored }: Props) {
  const differing = step.names.filter(
    (name) =>
      !isSame(
        { answer: valueAt(partOf(yours, step), name) },
        { answer: valueAt(partOf(stored, step), name) },
      ),
  );
  const take = (event: Event) => {
    if (!takeStored) return;
    event.preventDefault();
    takeStored();
  };
  return (
    <section class="usa-alert usa-alert--warning" aria-labelledby="both-versions">
      <div class="usa-alert__body">
        <h2 class="usa-alert__heading" id="both-versions">
          This step was changed elsewhere
        </h2>
        <p class="usa-alert__text">
          Nothing was overwritten. Your answers stand in the fields below. These were saved in the meantime:
        </p>
        <dl>
          {differing.map((name) => (
            <>
              <dt>{fieldLabel(name)}</dt>
              <dd class="as-written">{linesOf(valueAt(stored, name)).join('\n') || 'Left empty'}</dd>
            </>
          ))}
        </dl>
        <p class="usa-alert__text">
          Save again to keep yours, or{' '}
          <a href={draftStepPath(step.id)} onClick={take}>
            take the saved ones
          </a>
          .
        </p>
      </div>
    </section>
  );
}
