/** What one recorded oneself, and how far each has come. Until its source confirms it, nobody at the desk can open it. */
import type { OwnRecording } from '#schemas/recording.ts';
import { RECORDING_LABELS, STATE_LABELS } from '#schemas/workflow.ts';
import { longDate } from '#site/dates.ts';
import { Loading } from '../Loading.tsx';
import type { Loaded } from '../use-loaded.ts';
import { CorrectAddress } from './CorrectAddress.tsx';

export const OwnRecordings = ({ own }: { own: Loaded<OwnRecording[]> }) => (
  <section aria-labelledby="own-recordings">
    <h2 id="own-recordings">What you recorded</h2>
    <Loading of={own} title="Your recordings cannot be shown">
      {(listed) =>
        listed.length === 0 ? (
          <p>Nothing so far.</p>
        ) : (
          <ul>
            {listed.map((recording) => (
              <Entry key={recording.id} recording={recording} onCorrected={own.reload} />
            ))}
          </ul>
        )
      }
    </Loading>
  </section>
);

type Props = { recording: OwnRecording; onCorrected: () => Promise<void> };

function Entry({ recording, onCorrected }: Props) {
  const { reference, way, receivedOn, state } = recording;
  const isAwaited = state === 'unconfirmed';
  return (
    <li>
      {reference}: {RECORDING_LABELS[way].toLowerCase()}, {longDate(receivedOn)}.{' '}
      {isAwaited ? 'Waits for its source to confirm it' : STATE_LABELS[state]}
      {isAwaited && <CorrectAddress recording={recording} onCorrected={onCorrected} />}
    </li>
  );
}
