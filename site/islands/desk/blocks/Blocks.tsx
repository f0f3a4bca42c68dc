/** Addresses from which nothing is taken: which there are, who blocked them and why, and how to take a block back. */
import type { Block } from '#schemas/block.ts';
import { useDesk } from '../context.ts';
import { Heading } from '../Heading.tsx';
import { Loading } from '../Loading.tsx';
import { useLoaded } from '../use-loaded.ts';
import { BlockEntry } from './BlockEntry.tsx';
import { BlockForm } from './BlockForm.tsx';

export function Blocks() {
  const { calls } = useDesk();
  const blocks = useLoaded('blocks', calls.blocks);
  return (
    <Loading of={blocks} title="The blocked addresses cannot be shown">
      {(listed) => (
        <>
          <Heading after={listed}>Blocked addresses</Heading>
          <p>
            From these addresses no submission, no confirmation and no comment is taken, and whoever writes
            from one is told so. Block what sends advertisements or abuse; decline what is merely weak.
          </p>
          <List
            id="in-force"
            title="In force"
            none="No address is blocked."
            blocks={listed.filter(({ lifted }) => !lifted)}
            onChanged={blocks.reload}
          />
          <BlockForm onBlocked={blocks.reload} />
          <List
            id="taken-back"
            title="Taken back"
            none="No block was taken back within the last year."
            blocks={listed.filter(({ lifted }) => lifted)}
            onChanged={blocks.reload}
          />
        </>
      )}
    </Loading>
  );
}

type ListProps = {
  id: string;
  title: string;
  none: string;
  blocks: readonly Block[];
  onChanged: () => Promise<void>;
};

const List = ({ id, title, none, blocks, onChanged }: ListProps) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {blocks.length === 0 ? (
      <p>{none}</p>
    ) : (
      <ul class="desk-people">
        {blocks.map((block) => (
          <BlockEntry key={block.id} block={block} onChanged={onChanged} />
        ))}
      </ul>
    )}
  </section>
);
