/** One block: who made it, when and why, and what became of it. */
import { type Block, liftedBlock } from '#schemas/block.ts';
import { longDate } from '#site/dates.ts';
import { TextField } from '#site/forms/fields/TextField.tsx';
import { useDesk } from '../context.ts';
import { DeskForm } from '../forms/DeskForm.tsx';

type Props = { block: Block; onChanged: () => Promise<void> };

export const BlockEntry = ({ block, onChanged }: Props) => (
  <li>
    <h3 class="desk-address">{block.address}</h3>
    <p>{block.reason}</p>
    <p class="desk-small">
      Blocked by {block.by} on {on(block.at)}
    </p>
    {block.lifted ? (
      <p class="desk-small">
        Taken back by {block.lifted.by} on {on(block.lifted.at)}: {block.lifted.reason}
      </p>
    ) : (
      <Lift block={block} onChanged={onChanged} />
    )}
  </li>
);

const on = (instant: string) => longDate(instant.slice(0, 10));

function Lift({ block: { id, address }, onChanged }: Props) {
  const { calls, say } = useDesk();
  const done = async () => {
    say(`${address} is no longer blocked.`);
    await onChanged();
  };
  return (
    <details>
      <summary>
        Take it back<span class="usa-sr-only">: {address}</span>
      </summary>
      <DeskForm
        name={`lift/${id}`}
        scope={`lift-${id}`}
        schema={liftedBlock}
        button="Take the block back"
        send={(lifted) => calls.liftBlock(id, lifted)}
        onDone={done}
      >
        <TextField name="reason" label="Why is it taken back?" required width="xl" />
      </DeskForm>
    </details>
  );
}
