/** Of a lesson that an editor wrote down: how it came, and what its source agreed to. Shown to editors. */
import { RECORDING_LABELS } from '#schemas/workflow.ts';
import { longDate } from '#site/dates.ts';
import { useOpened } from './context.ts';

export function HowRecorded() {
  const { recording } = useOpened().submission;
  if (!recording) return null;
  return (
    <section class="desk-audience desk-audience--desk" aria-labelledby="how-recorded">
      <h3 class="desk-audience__title" id="how-recorded">
        Written down by an editor
      </h3>
      <p>
        {RECORDING_LABELS[recording.way]}, {longDate(recording.receivedOn)}. Its source has confirmed it.
      </p>
      <p class="desk-as-written">
        {recording.consent || 'The words of the consent were erased with the contact.'}
      </p>
    </section>
  );
}
