/** Submissions whose source nobody can name: an assignee reads the outline, then says that nothing ties them to it. */
import { attestation, type Outline } from '#schemas/attestation.ts';
import { deskActions } from '#schemas/decisions.ts';
import { SECTOR_LABELS, SIZE_BAND_LABELS } from '#schemas/vocabulary.ts';
import { Checkbox } from '#site/forms/fields/Choices.tsx';
import { instantWords } from '../ageing.ts';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import { submissionHash } from '../routes.ts';
import { useLoaded } from '../use-loaded.ts';

export function Attestations() {
  const { calls } = useDesk();
  const awaited = useLoaded('attestations', calls.awaited);
  if (!awaited.value || awaited.value.length === 0) return null;
  return (
    <section aria-labelledby="attestations">
      <h2 id="attestations">Asked of you: does anything tie you to these?</h2>
      <p>
        Nobody can tell from organization or address where they come from. Each opens once you say that
        nothing ties you to it.
      </p>
      <ul class="desk-people">
        {awaited.value.map((outline) => (
          <Awaited key={outline.id} outline={outline} onStepped={awaited.reload} />
        ))}
      </ul>
    </section>
  );
}

type Props = { outline: Outline; onStepped: () => Promise<void> };

function Awaited({ outline, onStepped }: Props) {
  const { calls, say } = useDesk();
  const { id, reference, since, sector, sizeBand } = outline;
  const stepped = async () => {
    say('It is off your desk. Nobody asks why.');
    await onStepped();
  };
  return (
    <li>
      <h3>{reference}</h3>
      <p>
        {sector ? SECTOR_LABELS[sector] : 'No sector given'}
        {sizeBand && `, ${SIZE_BAND_LABELS[sizeBand]}`}. Assigned to you {instantWords(since)}.
      </p>
      <DeskForm
        name={`${id}/attest`}
        scope={`attest-${id}`}
        schema={attestation}
        button="Open it"
        send={() => calls.attest(id)}
        onDone={() => {
          location.hash = submissionHash(id);
        }}
      >
        <Checkbox name="noTie" label="As far as I can tell, nothing ties me to it" required />
      </DeskForm>
      <details>
        <summary>
          It may be somebody I am tied to<span class="usa-sr-only">: {reference}</span>
        </summary>
        <DeskForm
          name={`${id}/step-away`}
          scope={`step-away-${id}`}
          schema={deskActions.declare_conflict}
          also={{ revision: outline.revision }}
          button="Take it off my desk"
          grave
          send={(input) => calls.act(id, 'declare_conflict', input)}
          onDone={stepped}
        />
      </details>
    </li>
  );
}
