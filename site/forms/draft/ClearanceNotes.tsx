/** What colleagues said of the answers of a step, in the pack that came back. */
import type { DraftValues } from '#schemas/draft.ts';
import type { FormStep } from './steps.ts';
import { fieldLabel } from './words.ts';

type Props = { notes: DraftValues['notes']; step: FormStep };

export function ClearanceNotes({ notes = [], step: { names } }: Props) {
  const here = notes.filter(({ field }) => names.includes(field));
  if (here.length === 0) return null;
  return (
    <section class="usa-alert usa-alert--info" aria-labelledby="clearance-notes">
      <div class="usa-alert__body">
        <h2 class="usa-alert__heading" id="clearance-notes">
          Comments from your clearance pack
        </h2>
        <dl>
          {here.map(({ field, note }) => (
            <>
              <dt>{fieldLabel(field)}</dt>
              <dd class="as-written">{note}</dd>
            </>
          ))}
        </dl>
        <p class="usa-alert__text">Only you see these. They are not sent.</p>
      </div>
    </section>
  );
}
