/** The organizations that a person is bound to. What they send is hidden from that person everywhere. */
import { type TieEntry, ties as tiesSchema } from '#schemas/people.ts';
import { options, Select } from '#site/forms/fields/Select.tsx';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import { OwnRows } from '../forms/OwnRows.tsx';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import { useLoaded } from '../use-loaded.ts';
import { TIE_WORDS } from '../words.ts';

export function Ties({ onSaved }: { onSaved: () => void }) {
  const { calls, say } = useDesk();
  const ties = useLoaded('ties', calls.ties);
  const saved = async () => {
    await ties.reload();
    say('Your ties are saved.');
    onSaved();
  };
  return (
    <section aria-labelledby="ties">
      <h2 id="ties">Your ties</h2>
      <p>
        Name every organization whose submissions you should not judge. You then see nothing of them. Others
        are not told why you are absent. The domain of your own address counts already.
      </p>
      {ties.refused && <RefusedAlert refused={ties.refused} />}
      {ties.value && <TiesForm stored={ties.value.ties} onSaved={saved} />}
    </section>
  );
}

function TiesForm({ stored, onSaved }: { stored: readonly TieEntry[]; onSaved: () => Promise<void> }) {
  const { calls } = useDesk();
  return (
    <DeskForm
      name="ties"
      scope="ties"
      schema={tiesSchema}
      start={{ ties: stored }}
      button="Save my ties"
      send={(input) => calls.declareTies(input.ties)}
      onDone={onSaved}
    >
      <OwnRows name="ties" legend="Organizations" one="organization">
        {(row, title) => <Tie row={row} title={title} />}
      </OwnRows>
    </DeskForm>
  );
}

const Tie = ({ row, title }: { row: string; title: string }) => (
  <fieldset class="usa-fieldset">
    <legend class="usa-sr-only">{title}</legend>
    <Select name={`${row}.tie`} label="What is it to you?" required>
      {options(TIE_WORDS)}
    </Select>
    <TextField name={`${row}.organization`} label="Name of the organization" required />
    <TextField
      name={`${row}.domain`}
      label="Its mail domain"
      hint="Like example.org. With it, conflicts are found even where the name is written otherwise."
    />
  </fieldset>
);
