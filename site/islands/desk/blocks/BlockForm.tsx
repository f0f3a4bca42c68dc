/** Block an address or a whole domain. */
import { newBlock } from '#schemas/block.ts';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';

export function BlockForm({ onBlocked }: { onBlocked: () => Promise<void> }) {
  const { calls, say } = useDesk();
  const done = async () => {
    say('Blocked. Nothing is taken from there any more.');
    await onBlocked();
  };
  return (
    <section aria-labelledby="block">
      <h2 id="block">Block an address</h2>
      <DeskForm
        name="block"
        scope="block"
        schema={newBlock}
        button="Block it"
        send={calls.block}
        onDone={done}
      >
        <TextField
          name="address"
          label="E-mail address, or a domain"
          hint="Like name@example.org, or example.org for everybody there and below"
          required
        />
        <TextField name="reason" label="Why?" hint="Other editors read it" required width="xl" />
      </DeskForm>
    </section>
  );
}
