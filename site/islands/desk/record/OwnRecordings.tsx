/** What one recorded oneself, and how far each has come. Until its source confirms it, nobody at the desk can open it. */
import type { OwnRecording } from '#schemas/recording.ts';
import { RECORDING_LABELS, STATE_LABELS } from '#schemas/workflow.ts';
import { longDate } from '#site/dates.ts';
import { Loading } from '../Loading.tsx';
import type { Loaded } from '../use-loaded.ts';

export const OwnRecordings = ({ own }: { own: Loaded<OwnRecording[]> }) => (
  <section aria-labelledby="own-recordings">
    <h2 id="own-recordings">What you recorded</h2>
    <Loading of={own} title="Your recordings cannot be shown">
      {(listed) =>
        listed.length === 0 ? (
          <p>Nothing so far.</p>
        ) : (
          <ul>
            {listed.map(({ reference, way, receivedOn, state }) => (
              <li key={reference}>
                {reference}: {RECORDING_LABELS[way].toLowerCase()}, {longDate(receivedOn)}.{' '}
                {state === 'unconfirmed' ? 'Waits for its source to confirm it' : STATE_LABELS[state]}
              </li>
            ))}
          </ul>
        )
      }
    </Loading>
  </section>
);
