/** Another address for a source that has not answered, because the one that was typed was wrong. */
import { correctedAddress, MOST_CORRECTIONS, type OwnRecording } from '#schemas/recording.ts';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';

type Props = { recording: OwnRecording; onCorrected: () => Promise<void> };

export function CorrectAddress({ recording: { id, reference }, onCorrected }: Props) {
  const { calls, say } = useDesk();
  const done = async () => {
    say(`A new letter for ${reference} is on its way. The earlier one opens nothing any more.`);
    await onCorrected();
  };
  return (
    <details>
      <summary>
        Correct the address<span class="usa-sr-only"> of {reference}</span>
      </summary>
      <DeskForm
        name={`correct-address/${id}`}
        scope={`correct-address-${id}`}
        schema={correctedAddress}
        button="Write to this address instead"
        send={(corrected) => calls.correctAddress(id, corrected)}
        onDone={done}
      >
        <TextField
          name="email"
          label="The right address of its source"
          hint={`The letter that was sent opens nothing from then on, and the source has seven days again. At most ${MOST_CORRECTIONS} times.`}
          required
          type="email"
        />
      </DeskForm>
    </details>
  );
}
