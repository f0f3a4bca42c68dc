/** One’s passkeys: which there are, adding one, and removing one that was lost. */
import { useEffect, useState } from 'preact/hooks';
import { newPasskey, type OwnPasskey } from '#schemas/people.ts';
import { longDate } from '#site/dates.ts';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { createPasskey, hasPasskeys } from '../../sign-in/passkeys.ts';
import type { Answer, Calls } from '../call.ts';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';
import { RefusedAlert } from '../forms/RefusedAlert.tsx';
import { useLoaded } from '../use-loaded.ts';
import { OwnThing } from './OwnThing.tsx';

export function Passkeys({ onChanged }: { onChanged: () => void }) {
  const { calls, say } = useDesk();
  const passkeys = useLoaded('passkeys', calls.passkeys);
  const changed = async (done: string) => {
    await passkeys.reload();
    say(done);
    onChanged();
  };
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">Passkeys</h2>
      <p>
        A passkey signs you in without a password or a code. It works where others have guessed at your
        password too often, and no false page can ask for it.
      </p>
      {passkeys.refused && <RefusedAlert refused={passkeys.refused} />}
      {passkeys.value && (
        <List
          passkeys={passkeys.value}
          onRemoved={() => changed('It is removed, and your other sessions have ended.')}
        />
      )}
      <Add onAdded={() => changed('Your passkey is stored.')} />
    </section>
  );
}

function List({ passkeys, onRemoved }: { passkeys: readonly OwnPasskey[]; onRemoved: () => Promise<void> }) {
  const { calls } = useDesk();
  if (passkeys.length === 0) return <p>You have none yet.</p>;
  return (
    <ul class="desk-people">
      {passkeys.map(({ id, name = 'Without a name', addedAt }) => (
        <OwnThing
          key={id}
          name={name}
          button="Remove it"
          end={() => calls.removePasskey(id)}
          onEnded={onRemoved}
        >
          {addedAt && <p class="desk-small">Added on {longDate(addedAt.slice(0, 10))}</p>}
        </OwnThing>
      ))}
    </ul>
  );
}

function Add({ onAdded }: { onAdded: () => Promise<void> }) {
  const { calls, me } = useDesk();
  const [isOffered, setOffered] = useState(false);
  useEffect(() => setOffered(hasPasskeys()), []);
  if (!isOffered) return <p>This browser cannot make one.</p>;
  if (me.mustEnrol) return null;
  return (
    <DeskForm
      name="passkey"
      scope="passkey"
      schema={newPasskey}
      button="Add a passkey"
      send={({ name }) => add(calls, name)}
      onDone={onAdded}
    >
      <TextField
        name="name"
        label="Name of the new passkey"
        hint="Like “work laptop” or “blue key”"
        required
      />
    </DeskForm>
  );
}

async function add(calls: Calls, name: string): Promise<Answer<void>> {
  const options = await calls.passkeyOptions();
  if (!options.ok) return options;
  const response = await createPasskey(options.value);
  return response ? calls.addPasskey(response, name) : { ok: false, refused: NOT_MADE };
}

const NOT_MADE = {
  status: 0,
  title: 'No passkey was made',
  detail: 'The browser stopped it, or this device holds one for you already. Try again when you are ready.',
  issues: [],
};
